"""The base of every table: a public id for addresses beside the private key."""

from django.db import models

from viceversa.kernel.public_id import new_public_id


class Base(models.Model):
    """Abstract row with `id` (private, for joins) and `public_id` (for addresses and exports)."""

    public_id = models.CharField(max_length=24, unique=True, editable=False, default=new_public_id)

    class Meta:
        abstract = True
