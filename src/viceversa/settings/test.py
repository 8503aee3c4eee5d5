"""Settings of the tests: one configuration, on SQLite or on a throw-away PostgreSQL."""

import os
import tempfile

# Set before `base` reads them: tests never touch the data folder of a running instance.
os.environ.setdefault("VICEVERSA_DATA", tempfile.mkdtemp(prefix="viceversa-test-"))
os.environ.setdefault("VICEVERSA_ORGANISATION", "Gruppo Altavalle")
if "TEST_DATABASE_URL" in os.environ:
    os.environ["VICEVERSA_DATABASE_URL"] = os.environ["TEST_DATABASE_URL"]

from viceversa.settings.base import *  # noqa: F403  # the same but for what follows
from viceversa.settings.base import DATABASES, MIDDLEWARE, STATIC_ROOT, TEMPLATES

DEBUG = False
ALLOWED_HOSTS = ["*"]
SECRET_KEY = "only-for-tests-" + "x" * 40
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # fast; argon2 is tried apart
MAILERS = {
    name: {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}
    for name in ("default", "folder")
}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # whitenoise warns where there is none
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
TASKS = {"default": {"BACKEND": "django.tasks.backends.immediate.ImmediateBackend"}}
MIDDLEWARE = [*MIDDLEWARE, "viceversa.web.middleware.no_queries.NoQueriesInTemplates"]
DATABASES["default"]["CONN_MAX_AGE"] = 0
DATABASES["default"].setdefault("TEST", {})
if DATABASES["default"]["ENGINE"].endswith("postgresql"):
    DATABASES["default"]["OPTIONS"].pop("pool", None)  # the test database is dropped at the end
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = ""
