"""Addresses of the account pages."""

from django.urls import path

from viceversa.web.account import notifications, preferences, views

app_name = "account"
urlpatterns = [
    path("first-run/", views.first_run, name="first-run"),
    path("sample/", views.sample, name="sample"),
    path("sample/enter/", views.enter, name="enter"),
    path("account/", views.own_account, name="own"),
    path("account/messages/", notifications.own_messages, name="messages"),
    path("language/", preferences.language, name="language"),
    path("theme/", preferences.theme, name="theme"),
]
