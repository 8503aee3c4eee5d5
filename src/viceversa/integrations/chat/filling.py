"""One person's address, made from the template of all."""

from urllib.parse import quote


def filled(template: str, email: str) -> str:
    """Return the address of the person with this e-mail address.

    `{email}` becomes the whole address, `{email_name}` what stands before the @, both quoted so
    that nothing in them can change where the message goes.
    """
    name = email.rpartition("@")[0]
    address = template.replace("{email_name}", quote(name, safe=""))
    return address.replace("{email}", quote(email, safe=""))
