"""What changes accounts: users and their roles, the first run, the sample company."""

from viceversa.accounts.actions.access import close_access, move_address, open_access
from viceversa.accounts.actions.first_run import UnableToSetUp, renew_setup_code, set_up
from viceversa.accounts.actions.roles import UnableToRevokeRole, grant_role, revoke_role
from viceversa.accounts.actions.sample import UnableToEnter, enter_as, mark_as_sample
from viceversa.accounts.actions.users import (
    UnableToCreateUser,
    change_appearance,
    change_own_settings,
    create_user,
    note_sign_in,
)

__all__ = [
    "UnableToCreateUser",
    "UnableToEnter",
    "UnableToRevokeRole",
    "UnableToSetUp",
    "change_appearance",
    "change_own_settings",
    "close_access",
    "create_user",
    "enter_as",
    "grant_role",
    "mark_as_sample",
    "move_address",
    "note_sign_in",
    "open_access",
    "renew_setup_code",
    "revoke_role",
    "set_up",
]
