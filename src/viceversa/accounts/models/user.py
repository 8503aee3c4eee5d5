"""Who signs in. A user is not a person of the directory: either may exist without the other."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from viceversa.accounts.choices import Language, Role, Theme
from viceversa.kernel.models import Base


class UserManager(BaseUserManager["User"]):
    """Finds and makes users by e-mail address, in whatever case it is written."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Create a user; without a password they sign in with a code sent by e-mail."""
        user = self.model(email=email.strip().lower(), **fields)
        if password:
            user.set_password(password)
        else:
            user.set_unusable_password()
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser, Base):
    """A sign-in: e-mail address, name for display, and how the pages should look and speak.

    `language` empty follows the browser, `time_zone` empty follows the organisation.
    """

    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=5, choices=Language.choices, blank=True)
    theme = models.CharField(max_length=5, choices=Theme.choices, default=Theme.AUTO)
    time_zone = models.CharField(max_length=64, blank=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = UserManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("email"), name="accounts_user_email_once"),
            models.CheckConstraint(
                condition=models.Q(theme__in=Theme.values), name="accounts_user_theme"
            ),
            models.CheckConstraint(
                condition=models.Q(language__in=["", *Language.values]),
                name="accounts_user_language",
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email


class Grant(models.Model):
    """A role of office held by a user."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="grants")
    role = models.CharField(max_length=20, choices=Role.choices)
    granted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "role"], name="accounts_grant_once"),
            models.CheckConstraint(
                condition=models.Q(role__in=Role.values), name="accounts_grant_known_role"
            ),
        ]
