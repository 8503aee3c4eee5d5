"""Addresses of the users."""

from django.urls import path

from viceversa.web.coordinator.users import views

app_name = "users"
urlpatterns = [
    path("", views.every, name="list"),
    path("new/", views.create, name="create"),
    path("<slug:public_id>/", views.one, name="user"),
    path("<slug:public_id>/give/", views.give, name="give"),
    path("<slug:public_id>/take/", views.take, name="take"),
]
