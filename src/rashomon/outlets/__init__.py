"""What varies by outlet, declared as data: names, domains, families of owners, agencies."""

from rashomon.outlets.table import Outlet, by_address, by_name, every

__all__ = ["Outlet", "by_address", "by_name", "every"]
