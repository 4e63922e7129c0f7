"""Accounts and groups: whoever keeps them can give nobody more than they have themselves."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, Permission, User
from django.db.models import Q, QuerySet
from django.http import HttpRequest

FOR_SUPERUSERS = {"is_superuser", "user_permissions"}

admin.site.unregister([User, Group])
admin.site.register(Group, GroupAdmin)


@admin.register(User)
class AccountAdmin(UserAdmin):  # type: ignore[type-arg]
    """Django's pages; only superusers make superusers, change their accounts or give single
    permissions."""

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if _is_superuser(request):
            return fieldsets
        return [
            (
                title,
                {**rest, "fields": [each for each in rest["fields"] if each not in FOR_SUPERUSERS]},
            )
            for title, rest in fieldsets
        ]

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "groups" and not _is_superuser(request):
            kwargs["queryset"] = _groups_within(request.user)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and _may_touch(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and _may_touch(request, obj)


def _is_superuser(request: HttpRequest) -> bool:
    return bool(getattr(request.user, "is_superuser", False))


def _may_touch(request: HttpRequest, account: Any) -> bool:
    """An account that may do more than one's own is left to those who may do as much: a new
    password for it would be a way in."""
    if account is None or _is_superuser(request):
        return True
    # Read from the tables: an account that is switched off says that it may do nothing.
    beyond = _held_by(account).exclude(pk__in=_held_by(request.user).values("pk"))
    return not account.is_superuser and not beyond.exists()


def _held_by(account: Any) -> QuerySet[Permission]:
    """The permissions of an account, its own and those of its groups."""
    return Permission.objects.filter(Q(group__user=account) | Q(user=account))


def _groups_within(account: Any) -> QuerySet[Group]:
    """The groups that give no permission which the account lacks."""
    beyond = Permission.objects.exclude(pk__in=_held_by(account).values("pk"))
    return Group.objects.exclude(permissions__in=beyond)
