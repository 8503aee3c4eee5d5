"""The address of every page."""

from django.urls import include, path

urlpatterns = [
    path("", include("viceversa.web.public.urls")),
    path("", include("viceversa.web.account.urls")),
    path("", include("viceversa.web.account.library_urls")),
    path("", include("viceversa.web.invited.urls")),
    path("", include("viceversa.web.offered.urls")),
    path("", include("viceversa.web.tapped.urls")),
    path("", include("viceversa.web.participant.urls")),
    path("people/", include("viceversa.web.coordinator.people.urls")),
    path("programmes/", include("viceversa.web.coordinator.programmes.urls")),
    path("supervision/", include("viceversa.web.coordinator.supervision.urls")),
    path("rounds/", include("viceversa.web.coordinator.rounds.urls")),
    path("relationships/", include("viceversa.web.coordinator.relationships.urls")),
    path("momentum/", include("viceversa.web.coordinator.momentum.urls")),
    path("endings/", include("viceversa.web.coordinator.endings.urls")),
    path("messages/", include("viceversa.web.coordinator.messages.urls")),
    path("users/", include("viceversa.web.coordinator.users.urls")),
    path("audit/", include("viceversa.web.coordinator.audit.urls")),
    path("ui/", include("viceversa.web.ui.urls")),
]
