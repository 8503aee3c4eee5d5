"""Settings of a running instance, read from the environment (docs/administrator/settings.md)."""

from pathlib import Path
from typing import Any

from django.utils.csp import CSP

from viceversa.settings import chat, database, env, keys, logs, mail, retention, schedule

PACKAGE = Path(__file__).resolve().parent.parent
DATA = env.folder("DATA", default=Path("var"))

DEBUG = env.flag("DEBUG", default=False)
PORT = env.port()
PUBLIC_URL = env.address("PUBLIC_URL", default=f"http://127.0.0.1:{PORT}")
BEHIND_TLS = PUBLIC_URL.startswith("https://")
SECRET_KEY = env.text("SECRET_KEY") or keys.secret(DATA, "secret")
ALLOWED_HOSTS = env.items(
    "HOSTS", default=[env.host_of(PUBLIC_URL), "127.0.0.1", "localhost", "[::1]"]
)
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
ORGANISATION = env.text("ORGANISATION")
KEEP_DAYS = retention.clocks()

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "django_ox",
    "viceversa.audit",
    "viceversa.notifications",
    "viceversa.accounts",
    "viceversa.people",
    "viceversa.programmes",
    "viceversa.relationships",
    "viceversa.measurement",
    "viceversa.matching",
    "viceversa.web",
]

MIDDLEWARE = [
    "viceversa.web.middleware.request_log.RequestLog",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "viceversa.web.middleware.preferences.Preferences",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "viceversa.web.middleware.frame.Frame",
    "viceversa.web.middleware.mistakes.Mistakes",
]
if DEBUG:  # the tests have it, too
    MIDDLEWARE.append("viceversa.web.middleware.no_queries.NoQueriesInTemplates")

TEMPLATE_LOADERS = [
    "django.template.loaders.filesystem.Loader",
    "django.template.loaders.app_directories.Loader",
]
CACHED_LOADER = "django.template.loaders.cached.Loader"
ROOT_URLCONF = "viceversa.web.urls"
WSGI_APPLICATION = "viceversa.ops.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.template.context_processors.csp",
                "django.contrib.messages.context_processors.messages",
                "viceversa.web.context.page",
                "viceversa.web.account.context.mail",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.l10n",
                "django.templatetags.static",
                "viceversa.web.templatetags.ui",
            ],
            "loaders": TEMPLATE_LOADERS if DEBUG else [(CACHED_LOADER, TEMPLATE_LOADERS)],
        },
    }
]

DATABASES = {"default": database.configuration(env.text("DATABASE_URL"), DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Jobs: kept in the database, so that nothing is enqueued by a transaction that rolls back.
TASKS = {
    "default": {
        "BACKEND": "django_ox.backend.OxBackend",
        "QUEUES": ["default"],
        # A worker that stops renewing its lease for a minute is dead: another takes its job.
        "OPTIONS": {
            "MAX_ATTEMPTS": 3,
            "LOCK_TIMEOUT": env.number("JOB_LEASE", default=60, least=2, most=3600),
            "SCHEDULES": schedule.JOBS,
        },
    }
}

# Sign-in: by a code sent by e-mail, or by password (docs/decisions/0006).
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = [
    "email*",
    "password1*",
    "password2*",
]  # sign-up is closed; sign-in reads it
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = (
    False  # a stranger's address gets no mail, and the page says no more
)
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 10 * 60  # seconds
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"numeric": True, "length": 6, "dashed": False}
# Six digits and five tries a code: ten codes an hour keep guessing at twenty thousand hours.
ACCOUNT_RATE_LIMITS = {
    "request_login_code": "20/m/ip,3/m/key,10/h/key",
    "login_failed": "10/m/ip,5/300s/key",
    "first_run": "10/m/ip",
}
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_EMAIL_NOTIFICATIONS = True  # a changed password or passkey is told by mail
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_FORMS = {
    "request_login_code": "viceversa.web.account.forms.CodeRequest",
    "confirm_login_code": "viceversa.web.account.forms.CodeEntry",
    "login": "viceversa.web.account.forms.PasswordSignIn",
    "reauthenticate": "viceversa.web.account.forms.PasswordAgain",
    "reset_password": "viceversa.web.account.forms.PasswordReset",
    "reset_password_from_key": "viceversa.web.account.forms.PasswordFromLink",
    "set_password": "viceversa.web.account.forms.PasswordSet",
    "change_password": "viceversa.web.account.forms.PasswordChange",
}
ACCOUNT_ADAPTER = "viceversa.web.account.adapter.Adapter"
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("PROXIES", default=0, least=0, most=8)
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_ADAPTER = "viceversa.web.account.adapter.SecondStepAdapter"
MFA_FORMS = {
    "authenticate": "viceversa.web.account.forms.AuthenticatorCode",
    "reauthenticate": "viceversa.web.account.forms.AuthenticatorCodeAgain",
    "activate_totp": "viceversa.web.account.forms.AppActivation",
    "add_webauthn": "viceversa.web.account.forms.PasskeyAdd",
    "edit_webauthn": "viceversa.web.account.forms.PasskeyName",
}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = f"Viceversa {ORGANISATION}".strip()
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not BEHIND_TLS  # browsers allow passkeys on localhost only

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("it", "Italiano")]
LOCALE_PATHS = [PACKAGE / "locale"]
FORMAT_MODULE_PATH = ["viceversa.settings.formats"]
USE_THOUSAND_SEPARATOR = True
USE_TZ = True
TIME_ZONE = "UTC"
ORGANISATION_TIME_ZONE = env.time_zone("TIME_ZONE", default="Europe/Rome")

STATIC_URL = "/static/"
STATICFILES_DIRS = [PACKAGE / "web" / "static"]
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEBUG  # served from where they are written
            else "viceversa.web.ui.storage.JoinedStyles"
        )
    },
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

MAILERS = {"default": mail.mailer(DATA), "folder": mail.keeper(DATA)}
DEFAULT_FROM_EMAIL = env.text("MAIL_FROM", f"viceversa@{env.host_of(PUBLIC_URL)}")
CHAT_URL, CHAT_CHANNEL_URL = chat.personal(), chat.channel()

SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = BEHIND_TLS
CSRF_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
THEME_COOKIE_NAME = "viceversa_theme"
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if BEHIND_TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = False  # the host may be one of many under a company's domain
SECURE_SSL_REDIRECT = False  # TLS ends at the proxy, which redirects
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_TLS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_CSP = {
    "default-src": ["'self'"],
    "script-src": ["'self'", CSP.NONCE],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
}

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "viceversa_cache",
    }
}

LOGGING_CONFIG = None  # settings.logs does it, for web processes and workers alike
logs.configure(env.choice("LOGS", default="auto", of=["auto", "json", "text"]), debug=DEBUG)
