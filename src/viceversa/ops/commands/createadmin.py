"""Creates someone who coordinates programmes, or who administers this instance.

The person signs in with a code sent by e-mail; with --password a password is asked for as well (or
read from standard input, where that is not a terminal). Repeating it for the same address gives the
role to the user who is there.
"""

import argparse
import getpass
import json
import sys

LEAST = 12  # characters, as settings.AUTH_PASSWORD_VALIDATORS says


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("email", help="address the person signs in with")
    parser.add_argument("--name", default="", help="name shown in the pages and in the audit")
    parser.add_argument(
        "--role",
        choices=["coordinator", "administrator", "both"],
        default="both",
        help="what the person may do (default both)",
    )
    parser.add_argument("--language", choices=["en", "it"], default="", help="of pages and mails")
    parser.add_argument(
        "--password", action="store_true", help="ask for a password; without it: a code by e-mail"
    )
    parser.add_argument("--json", action="store_true", help="answer as JSON")


def run(args: argparse.Namespace) -> int:
    """Create the user, or give the role to the one who is there."""
    from viceversa.accounts.actions import create_user, grant_role
    from viceversa.accounts.choices import Role
    from viceversa.accounts.models import User
    from viceversa.kernel.actor import OPERATOR
    from viceversa.kernel.clock import now
    from viceversa.kernel.database import pending_migrations
    from viceversa.ops.start import CannotStart

    if pending_migrations():
        raise CannotStart("The database is not up to date: run “viceversa serve” once.")
    roles = list(Role) if args.role == "both" else [Role(args.role)]
    user = User.objects.filter(email__iexact=args.email.strip()).first()
    created = user is None
    if user is None:
        user = create_user(
            actor=OPERATOR,
            now=now(),
            email=args.email,
            name=args.name,
            roles=roles,
            language=args.language,
            password=_password() if args.password else None,
        )
    else:
        for role in roles:
            grant_role(actor=OPERATOR, now=now(), user=user, role=role)
    _answer(args.json, created, user.email, user.public_id, [str(role) for role in roles])
    return 0


def _password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    while True:
        first = getpass.getpass(f"Password (at least {LEAST} characters): ")
        if getpass.getpass("The same again: ") == first:
            return first
        print("The two are not the same. Once more.", file=sys.stderr)


def _answer(as_json: bool, created: bool, email: str, public_id: str, roles: list[str]) -> None:
    from django.conf import settings

    if as_json:
        print(json.dumps({"id": public_id, "email": email, "roles": roles, "created": created}))
        return
    what = "can now sign in" if created else "was there already and has the role now"
    print(f"{email} {what}: {', '.join(roles)}. Sign in at {settings.PUBLIC_URL}/sign-in/")
