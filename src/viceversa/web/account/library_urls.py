"""Addresses of allauth's own views, under the names it knows them by, at paths that read well.

Left out on purpose: changing one's e-mail address, which is the organisation's to give.
"""

from collections.abc import Callable
from functools import wraps

from allauth.account import views
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.http import HttpRequest, HttpResponseBase
from django.urls import path

SECURITY = "account/security/"


def forgotten(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Let the browser forget the pages it has kept: on a shared machine nobody goes back."""

    @wraps(view)
    def forgetting(request: HttpRequest) -> HttpResponseBase:
        response = view(request)
        if request.method == "POST":
            response.headers["Clear-Site-Data"] = '"cache"'
        return response

    return forgetting


urlpatterns = [
    path("sign-in/", views.request_login_code, name="account_request_login_code"),
    path("sign-in/code/", views.confirm_login_code, name="account_confirm_login_code"),
    path("sign-in/password/", views.login, name="account_login"),
    path("sign-in/passkey/", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path("sign-in/second-step/", mfa.authenticate, name="mfa_authenticate"),
    path("sign-in/inactive/", views.account_inactive, name="account_inactive"),
    path("sign-in/new-password/", views.password_reset, name="account_reset_password"),
    path(
        "sign-in/new-password/sent/", views.password_reset_done, name="account_reset_password_done"
    ),
    path(
        "sign-in/new-password/done/",
        views.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path(
        "sign-in/new-password/<str:uidb36>-<str:key>/",
        views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("sign-up/", views.signup, name="account_signup"),
    path("sign-out/", forgotten(views.logout), name="account_logout"),
    path("confirm-address/", views.email_verification_sent, name="account_email_verification_sent"),
    path("confirm-address/<str:key>/", views.confirm_email, name="account_confirm_email"),
    path("account/password/", views.password_change, name="account_change_password"),
    path("account/password/first/", views.password_set, name="account_set_password"),
    path("account/confirm/", views.reauthenticate, name="account_reauthenticate"),
    path("account/confirm/code/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path(
        "account/confirm/passkey/",
        passkeys.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    path(SECURITY, mfa.index, name="mfa_index"),
    path(f"{SECURITY}app/", totp.activate_totp, name="mfa_activate_totp"),
    path(f"{SECURITY}app/remove/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path(
        f"{SECURITY}recovery-codes/",
        recovery.view_recovery_codes,
        name="mfa_view_recovery_codes",
    ),
    path(
        f"{SECURITY}recovery-codes/new/",
        recovery.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        f"{SECURITY}recovery-codes/file/",
        recovery.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path(f"{SECURITY}passkeys/", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path(f"{SECURITY}passkeys/new/", passkeys.add_webauthn, name="mfa_add_webauthn"),
    path(
        f"{SECURITY}passkeys/<int:pk>/remove/", passkeys.remove_webauthn, name="mfa_remove_webauthn"
    ),
    path(f"{SECURITY}passkeys/<int:pk>/name/", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
]
