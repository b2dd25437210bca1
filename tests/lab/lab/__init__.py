# SPDX-License-Identifier: GPL-3.0-or-later
"""A private world for tests: guests that boot, libvirt daemons of our own, a loopback ssh door to them."""
