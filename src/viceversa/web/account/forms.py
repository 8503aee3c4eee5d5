"""The forms of sign-in, first run and one's own account."""

from typing import Any
from zoneinfo import available_timezones

from allauth.account import forms as library
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from viceversa.accounts.choices import Language, Theme
from viceversa.accounts.models import User
from viceversa.kernel.actor import SYSTEM
from viceversa.kernel.clock import now
from viceversa.people.actions.sign_ins import let_in_by_email

# Attributes of the e-mail field wherever one signs in; `webauthn` lets the browser offer a passkey.
EMAIL = {"autocomplete": "username webauthn", "autocapitalize": "none", "spellcheck": "false"}
CODE = {
    "autocomplete": "one-time-code",
    "inputmode": "numeric",
    "maxlength": "6",
    "pattern": "[0-9]{6}",
    "class": "code-entry",
}
EMAIL_LABEL = _("Work e-mail")
PASSWORD_LABEL = _("Password")
NEW_PASSWORD_LABEL = _("New password")
FOLLOW = "follow"  # the choice that leaves it to the browser or the organisation
NEW_PASSWORD_HELP = _("At least twelve characters. Three or four words together are easy to keep.")


def _say(field: forms.Field, label: Any, help_text: Any = "", **attributes: str) -> None:
    """Give a field of the library our words, and its control our attributes."""
    field.label, field.help_text = label, help_text
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs.update(attributes)


class CodeRequest(library.RequestLoginCodeForm):  # type: ignore[misc]  # allauth ships no types
    """Asks for the address that gets a code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        help_text = _(
            "We send you a six-digit code, valid for ten minutes. No password to remember."
        )
        _say(self.fields["email"], EMAIL_LABEL, help_text, **EMAIL)

    def clean_email(self) -> str:
        """Let in whoever the directory knows: nobody has to be made a user by hand."""
        let_in_by_email(actor=SYSTEM, now=now(), email=self.cleaned_data["email"])
        return str(super().clean_email())


class CodeEntry(library.ConfirmLoginCodeForm):  # type: ignore[misc]  # allauth ships no types
    """Takes the code that arrived."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        help_text = _("You can paste it. Nothing within two minutes? Look in the junk folder.")
        _say(self.fields["code"], _("Code from the e-mail"), help_text, **CODE)


class PasswordSignIn(library.LoginForm):  # type: ignore[misc]  # allauth ships no types
    """E-mail and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self.fields["login"], EMAIL_LABEL, **EMAIL)
        _say(self.fields["password"], PASSWORD_LABEL)


class PasswordAgain(library.ReauthenticateForm):  # type: ignore[misc]  # allauth ships no types
    """The password once more, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self.fields["password"], PASSWORD_LABEL)


class PasswordReset(library.ResetPasswordForm):  # type: ignore[misc]  # allauth ships no types
    """Asks for the address that gets a link."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self.fields["email"], EMAIL_LABEL, **EMAIL)


class _NewPassword:
    """Words for the two fields of a new password."""

    fields: dict[str, forms.Field]

    def name_fields(self) -> None:
        _say(self.fields["password1"], NEW_PASSWORD_LABEL, NEW_PASSWORD_HELP)
        _say(self.fields["password2"], _("The same again"))


class PasswordFromLink(_NewPassword, library.ResetPasswordKeyForm):  # type: ignore[misc]  # untyped
    """A new password, reached by the link in the mail."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.name_fields()


class PasswordSet(_NewPassword, library.SetPasswordForm):  # type: ignore[misc]  # untyped
    """A first password, for who signed in by code until now."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.name_fields()


class PasswordChange(_NewPassword, library.ChangePasswordForm):  # type: ignore[misc]  # untyped
    """Another password in place of the present one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self.fields["oldpassword"], _("Present password"))
        self.name_fields()


class AuthenticatorCode(mfa.AuthenticateForm):  # type: ignore[misc]  # allauth ships no types
    """The second step: a code of the authenticator app, or a recovery code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        help_text = _("From your authenticator app, or one of your recovery codes.")
        _say(self.fields["code"], _("Code"), help_text, autocomplete="one-time-code")


class AuthenticatorCodeAgain(mfa.ReauthenticateForm):  # type: ignore[misc]  # untyped
    """A code once more, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        help_text = _("From your authenticator app, or one of your recovery codes.")
        _say(self.fields["code"], _("Code"), help_text, autocomplete="one-time-code")


class AppActivation(totp.ActivateTOTPForm):  # type: ignore[misc]  # allauth ships no types
    """The first code of an authenticator app proves that it holds the secret."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self.fields["code"], _("Six digits the app shows now"), **CODE)


class PasskeyName(webauthn.EditWebAuthnForm):  # type: ignore[misc]  # allauth ships no types
    """What a passkey is called in the list."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self.fields["name"], _("Name of the passkey"), maxlength="60")


class PasskeyAdd(webauthn.AddWebAuthnForm):  # type: ignore[misc]  # allauth ships no types
    """A new passkey; always one that can sign in by itself."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        help_text = _("So that you recognise it in the list, for example “Office laptop”.")
        _say(self.fields["name"], _("Name of the passkey"), help_text, maxlength="60")
        self.fields["passwordless"].widget = forms.CheckboxInput(attrs={"checked": True})
        _say(
            self.fields["passwordless"],
            _("Sign in with this passkey alone"),
            _("The device then asks for a fingerprint, a face or its own code."),
        )


class FirstRun(forms.Form):
    """The first coordinator and administrator."""

    organisation = forms.CharField(
        label=_("Name of the organisation"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    code = forms.CharField(
        label=_("Set-up code"),
        help_text=_("Printed where Viceversa was started, for example 7KQM-2XHT-9WBC."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    name = forms.CharField(
        label=_("Your name"), max_length=200, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    email = forms.EmailField(
        label=EMAIL_LABEL, max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
    password = forms.CharField(
        label=PASSWORD_LABEL,
        required=False,
        help_text=_("Leave it empty to sign in with a code sent by e-mail."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    field_order = ("code", "organisation", "name", "email", "password")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if settings.ORGANISATION:  # given by whoever runs the server: nothing to ask
            del self.fields["organisation"]


def _zones() -> list[tuple[str, str]]:
    """Return the places of the world by continent, as in the directory of time zones."""
    places = sorted(name for name in available_timezones() if "/" in name)
    return [(name, name.replace("_", " ")) for name in places if not name.startswith("Etc/")]


def _as_kept(value: str) -> str:
    """Return a choice as the user keeps it: nothing where it follows something else."""
    return "" if value == FOLLOW else value


class OwnAccount(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs only
    """Name, language, theme and time zone."""

    class Meta:
        model = User
        fields = ["name", "language", "theme", "time_zone"]

    name = forms.CharField(
        label=_("Name"), max_length=200, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    language = forms.TypedChoiceField(label=_("Language"), coerce=_as_kept)
    theme = forms.ChoiceField(label=_("Appearance"), choices=Theme.choices)
    time_zone = forms.TypedChoiceField(
        label=_("Time zone"), coerce=_as_kept, help_text=_("Times of meetings are shown in it.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("language", "time_zone"):
            self.initial[name] = self.initial.get(name) or FOLLOW
        self.fields["language"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (FOLLOW, _("Same as the browser")),
            *Language.choices,
        ]
        zone = settings.ORGANISATION_TIME_ZONE.replace("_", " ")
        self.fields["time_zone"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (FOLLOW, _("Same as the organisation (%(zone)s)") % {"zone": zone}),
            *_zones(),
        ]
