"""Where messages end while no mail server is set, for the pages that announce one."""

from django.http import HttpRequest

from viceversa.web.account.adapter import mail_folder


def mail(request: HttpRequest) -> dict[str, str]:
    """Return `mail_folder`, empty where mail is really sent."""
    return {"mail_folder": mail_folder()}
