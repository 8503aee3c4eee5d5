"""A passkey, with Chromium's virtual authenticator: add it, sign out, sign in with it alone."""

from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import Instance
from tests.browser.visitor import Visitor
from viceversa.ops.sample.names import Addresses

pytestmark = pytest.mark.browser
WHO = "Nicolò Pavesi"


def authenticator(page: Page) -> None:
    """Give the browser what a telephone or laptop has: a chip that knows its owner."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    abilities = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": abilities})


def test_a_passkey_is_added_and_then_enough_to_sign_in(page: Page, server: Instance) -> None:
    authenticator(page)
    # Passkeys belong to a name; an address of digits has none.
    visitor = Visitor(page, replace(server, url=server.url.replace("127.0.0.1", "localhost")))
    visitor.go("/account/")
    address = Addresses().give(*WHO.split(" ", 1))
    visitor.fill("Work e-mail", address)
    visitor.press("Send me a code")
    visitor.fill("Code", server.mail_code(address))
    visitor.press("Sign in")
    visitor.reads("Your account")
    visitor.go("/account/security/passkeys/new/")
    visitor.send("Add the passkey of this device")
    visitor.go("/account/security/passkeys/")
    visitor.sees("not yet")  # used

    menu = visitor.words("%(name)s, your account", name=WHO)
    visitor.press_exactly(menu, inside=".topbar")
    visitor.send("Sign out", inside=".topbar")
    expect(page.get_by_role("button", name=menu)).to_have_count(0)

    visitor.go("/sign-in/?next=/account/")
    visitor.send("Use a passkey")
    visitor.reads("Your account")  # where the visitor wanted to go
    expect(page.get_by_role("button", name=menu)).to_be_visible()
