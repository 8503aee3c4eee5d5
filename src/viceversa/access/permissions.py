"""Every permission there is, in the order of the alphabet, and which role holds which."""

from enum import StrEnum

from viceversa.accounts.choices import Role


class Permission(StrEnum):
    """May someone …"""

    AUDIT_READ = "audit.read"
    DIRECTORY_IMPORT = "directory.import"
    DIRECTORY_READ = "directory.read"
    MESSAGES_READ_STATE = "messages.read-state"
    PROGRAMME_CHANGE = "programme.change"
    PROGRAMME_READ = "programme.read"
    RELATIONSHIP_OPEN = "relationship.open"
    RELATIONSHIP_PUSH = "relationship.push"
    RELATIONSHIP_READ_STATE = "relationship.read-state"
    ROUND_CHANGE = "round.change"
    ROUND_PUBLISH = "round.publish"
    ROUND_READ = "round.read"
    USERS_MANAGE = "users.manage"


ROLES: dict[Role, frozenset[Permission]] = {
    Role.COORDINATOR: frozenset(
        {
            Permission.DIRECTORY_IMPORT,
            Permission.DIRECTORY_READ,
            Permission.MESSAGES_READ_STATE,
            Permission.PROGRAMME_CHANGE,
            Permission.PROGRAMME_READ,
            Permission.RELATIONSHIP_OPEN,
            Permission.RELATIONSHIP_PUSH,
            Permission.RELATIONSHIP_READ_STATE,
            Permission.ROUND_CHANGE,
            Permission.ROUND_PUBLISH,
            Permission.ROUND_READ,
        }
    ),
    # IT runs the instance and sees neither enrolments nor relationships.
    Role.ADMINISTRATOR: frozenset(
        {
            Permission.AUDIT_READ,
            Permission.DIRECTORY_IMPORT,
            Permission.DIRECTORY_READ,
            Permission.USERS_MANAGE,
        }
    ),
}
