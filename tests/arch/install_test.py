#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`cmake --install` puts everything where a desktop finds it, and the installed program runs. Usage: install_test.py BUILD"""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

BUILD = pathlib.Path(sys.argv.pop(1)) if len(sys.argv) > 1 else None
EXPECTED = ["bin/vivarium", "libexec/vivarium/vivarium-kvm", "libexec/vivarium/vivarium-archives.so", "libexec/vivarium/vivarium-audio.so",
            "libexec/vivarium/vivarium-guestsetup.so", "libexec/vivarium/vivarium-spice.so", "libexec/vivarium/vivarium-ssh",
            "share/applications/org.vivarium.Vivarium.desktop",
            "share/metainfo/org.vivarium.Vivarium.metainfo.xml", "share/mime/packages/org.vivarium.Vivarium.xml",
            "share/icons/hicolor/scalable/apps/org.vivarium.Vivarium.svg"]
EXPECTED += ["share/vivarium/osinfo/" + path.name for path in
             (pathlib.Path(__file__).parents[2] / "core/provisioning/osinfo").glob("*.xml")]


class Install(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.prefix = pathlib.Path(folder.name)
        subprocess.run(["cmake", "--install", str(BUILD), "--prefix", folder.name], check=True, stdout=subprocess.DEVNULL)

    def run_installed(self, *arguments):
        return subprocess.run([str(self.prefix / "bin/vivarium"), *arguments], capture_output=True, text=True, timeout=60,
                              env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "ASAN_OPTIONS": "detect_leaks=0"})

    def test_files_are_where_a_desktop_looks(self):
        present = {path.relative_to(self.prefix).as_posix() for path in self.prefix.rglob("*") if path.is_file()}
        self.assertEqual([name for name in EXPECTED if name not in present], [])

    def test_nothing_else_is_installed_but_translations(self):
        present = {path.relative_to(self.prefix).as_posix() for path in self.prefix.rglob("*") if path.is_file()}
        self.assertEqual([name for name in sorted(present - set(EXPECTED)) if not name.endswith(".qm")], [])

    def test_version_and_help_answer(self):
        self.assertRegex(self.run_installed("--version").stdout, r"^vivarium \d+\.\d+\.\d+\n$")
        told = self.run_installed("--help").stdout
        for word in ("--connect", "--ca-file", "vnc://HOST:PORT", ".vv"):
            self.assertIn(word, told)

    def test_unknown_option_is_refused(self):
        done = self.run_installed("--no-such-option")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("no-such-option", done.stdout + done.stderr)

    def test_certificates_without_a_display_are_refused(self):
        self.assertEqual(self.run_installed("--ca-file", "/dev/null").returncode, 2)


if __name__ == "__main__":
    unittest.main(verbosity=2)
