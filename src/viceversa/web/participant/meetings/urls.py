"""Addresses of dates, of calendars, and of who looks after them."""

from django.urls import path

from viceversa.web.participant.meetings import acting, calendars, delegating, more, showing

HERE = "together/<slug:public_id>/meetings/"
ONE = f"{HERE}<slug:meeting_id>/"

urlpatterns = [
    path("calendars/", calendars.calendars, name="calendars"),
    path("calendars/address/", calendars.open_feed, name="open-feed"),
    path("calendars/address/end/", calendars.close_feed, name="close-feed"),
    path("calendars/busy/", calendars.subscribe, name="subscribe"),
    path("calendars/busy/<slug:public_id>/remove/", calendars.unsubscribe, name="unsubscribe"),
    path("dates/delegate/", delegating.delegate, name="delegate"),
    path("dates/delegate/end/", delegating.end, name="end-delegate"),
    path("dates/", delegating.dates, name="dates"),
    path("dates/<slug:public_id>/give-up/", delegating.give_up, name="give-up-dates"),
    path(HERE, showing.meetings, name="meetings"),
    path(f"{HERE}propose/", acting.propose, name="propose-meeting"),
    path(f"{HERE}series/", more.propose_series, name="propose-series"),
    path(f"{HERE}series/<slug:series_id>/accept/", more.accept_series, name="accept-series"),
    path(f"{HERE}series/<slug:series_id>/end/", more.end_series, name="end-series"),
    path(f"{HERE}log/", more.log, name="log-meeting"),
    path(f"{HERE}place/", more.usual_place, name="usual-place"),
    path(f"{ONE}accept/", acting.accept, name="accept-meeting"),
    path(f"{ONE}move/", acting.move, name="move-meeting"),
    path(f"{ONE}held/", acting.held, name="held-meeting"),
    path(f"{ONE}off/", acting.take_off, name="take-off-meeting"),
    path(f"{ONE}calendar.ics", acting.download, name="meeting-file"),
]
