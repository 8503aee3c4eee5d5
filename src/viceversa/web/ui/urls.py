"""Address of the gallery."""

from django.urls import path

from viceversa.web.ui import views

app_name = "ui"
urlpatterns = [path("", views.show, name="gallery")]
