"""A worker killed between the server's yes and the record: one repeat at most, the same mail."""

import os
import signal
import threading
from pathlib import Path

import pytest

from tests.notifications.smtp import Mailbox, mail_server
from tests.ops.instance import PATIENCE, real_instance

ENQUEUE = """
from viceversa.kernel.clock import now
from tests.factories.notifications import message
print(message(now=now(), urgent=True).message_id)
"""
SWEEP = """
from datetime import timedelta
from viceversa.kernel.clock import now
from viceversa.notifications.actions import deliver_due
print(deliver_due(now=now() + timedelta(hours={hours})))
"""
STATE = """
from viceversa.notifications.models import Message
row = Message.objects.get()
print(row.state, row.attempts, row.interruptions)
"""


def settings_for(box: Mailbox) -> dict[str, str]:
    return {
        "VICEVERSA_SMTP_HOST": "127.0.0.1",
        "VICEVERSA_SMTP_PORT": str(box.port),
        "VICEVERSA_SMTP_SECURITY": "none",
    }


@pytest.mark.django_db
def test_a_kill_between_sending_and_recording_repeats_at_most_once(
    tmp_path: Path, migrated: Path
) -> None:
    with mail_server() as box, real_instance(tmp_path, migrated, **settings_for(box)) as instance:
        message_id = instance.python(ENQUEUE)
        started = threading.Event()
        worker = None

        def kill() -> None:
            started.wait(PATIENCE)
            assert worker is not None
            os.kill(worker.pid, signal.SIGKILL)
            worker.wait(PATIENCE)

        box.arrived = kill
        worker = instance.start("worker")
        started.set()
        try:
            assert worker.wait(PATIENCE) == -signal.SIGKILL
        finally:
            worker.kill()
        assert instance.python(STATE) == "sending 1 0"

        box.arrived = lambda: None
        assert instance.python(SWEEP.format(hours=0)) == "0"  # its lease is not over
        assert instance.python(SWEEP.format(hours=1)) == "1"
        assert instance.python(SWEEP.format(hours=2)) == "0"
        assert instance.python(STATE) == "sent 2 1"
        assert [mail["Message-ID"] for mail in box.mails] == [message_id, message_id]
