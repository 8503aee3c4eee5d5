"""Addresses of a conversation; only the entrance of a personal link holds a token."""

from django.urls import path

from viceversa.web.participant.conversation import replying, talking

urlpatterns = [
    path("c/<str:token>/", replying.enter, name="reply-enter"),
    path("reply/closed/", replying.closed, name="reply-closed"),
    path("reply/<slug:public_id>/", replying.reply, name="reply"),
    path("together/<slug:public_id>/conversation/", talking.conversation, name="conversation"),
    path("together/<slug:public_id>/conversation/seen/", talking.seen, name="conversation-seen"),
    path("together/<slug:public_id>/conversation/mail/", talking.mail, name="conversation-mail"),
    path(
        "together/<slug:public_id>/conversation/<slug:entry_id>/", talking.message, name="message"
    ),
    path(
        "together/<slug:public_id>/conversation/<slug:entry_id>/back/",
        talking.take_back,
        name="message-back",
    ),
]
