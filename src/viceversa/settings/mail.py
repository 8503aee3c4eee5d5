"""Where mail goes: an SMTP server, or files in the data folder while none is set."""

from pathlib import Path
from typing import Any

from viceversa.settings import env


def keeper(data: Path) -> dict[str, Any]:
    """Return the entry for what never leaves: files in the folder `mail` of the data folder."""
    return {
        "BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "OPTIONS": {"file_path": str(data / "mail")},
    }


def mailer(data: Path) -> dict[str, Any]:
    """Return Django's MAILERS entry for what leaves; the folder while no server is set."""
    host = env.text("SMTP_HOST")
    security = env.choice("SMTP_SECURITY", default="starttls", of=["starttls", "tls", "none"])
    port = env.number("SMTP_PORT", default=587, least=1, most=65535)
    user, password = env.text("SMTP_USER"), env.text("SMTP_PASSWORD")
    if not host:
        return keeper(data)
    return {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": host,
            "port": port,
            "username": user,
            "password": password,
            "use_tls": security == "starttls",
            "use_ssl": security == "tls",
            "timeout": 20,
        },
    }
