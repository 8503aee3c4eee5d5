"""Every job that comes round by itself, in one place: a task and when it is due, in UTC.

A line is `"name": {"task": …, "every": seconds}` or, for a time of day, `{"task": …, "cron": …}`.
Whatever stands here may run twice or late, so every job asks what is due and does that once.
`viceversa check` tells when each of them ran last.
"""

from typing import Any

EVERY_MINUTE, EVERY_HOUR, EVERY_DAY = 60, 3600, 86_400

JOBS: dict[str, dict[str, Any]] = {
    "messages": {"task": "viceversa.notifications.tasks.deliver_due", "every": EVERY_MINUTE},
    "chat": {"task": "viceversa.notifications.tasks.ring_due", "every": EVERY_MINUTE},
    "invitations": {"task": "viceversa.programmes.tasks.ask_again", "every": EVERY_HOUR},
    "offers": {"task": "viceversa.matching.tasks.tend_offers", "every": EVERY_HOUR},
    "endings": {"task": "viceversa.relationships.tasks.come_to_ends", "cron": "15 4 * * *"},
    "momentum": {"task": "viceversa.relationships.tasks.guard_momentum", "every": EVERY_HOUR},
    "counsellors": {
        "task": "viceversa.relationships.tasks.remind_counsellors",
        "every": EVERY_HOUR,
    },
    "leavers": {"task": "viceversa.relationships.tasks.part_with_leavers", "cron": "30 2 * * *"},
    "reporting-lines": {"task": "viceversa.matching.tasks.recheck_lines", "cron": "45 2 * * *"},
    "meetings": {"task": "viceversa.relationships.tasks.remind_of_meetings", "every": EVERY_HOUR},
    "busy-times": {"task": "viceversa.relationships.tasks.read_busy_feeds", "every": EVERY_HOUR},
    "briefings": {"task": "viceversa.relationships.tasks.remind_of_briefings", "every": EVERY_HOUR},
    "agendas": {"task": "viceversa.relationships.tasks.remind_to_prepare", "every": EVERY_HOUR},
    "self-checks": {"task": "viceversa.measurement.tasks.offer_again", "cron": "0 6 * * *"},
    "retention": {"task": "viceversa.privacy.tasks.apply_retention", "cron": "30 3 * * *"},
    "done-jobs": {"task": "viceversa.ops.tasks.forget_done_jobs", "every": EVERY_DAY},
}
