#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop file, the metadata and the icon are what a desktop accepts, and agree with each other."""
import configparser
import pathlib
import re
import shutil
import subprocess
import unittest
import xml.etree.ElementTree as xml

ROOT = pathlib.Path(__file__).resolve().parents[2]
NAME = "org.vivarium.Vivarium"
DESKTOP = ROOT / f"packaging/{NAME}.desktop"
MIME = ROOT / f"packaging/{NAME}.xml"
METAINFO = ROOT / f"packaging/{NAME}.metainfo.xml"


class Packaging(unittest.TestCase):
    def accepted_by(self, *command):
        if not shutil.which(command[0]):
            self.skipTest(f"{command[0]} is not installed")
        done = subprocess.run(command, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_desktop_file_is_valid(self):
        self.accepted_by("desktop-file-validate", str(DESKTOP))

    def test_metadata_is_valid(self):
        self.accepted_by("appstreamcli", "validate", "--no-net", str(METAINFO))

    def test_names_agree(self):
        entry = configparser.ConfigParser(interpolation=None)
        entry.read(DESKTOP)
        root = xml.parse(METAINFO).getroot()
        self.assertEqual(root.findtext("id"), NAME)
        self.assertEqual(root.findtext("launchable"), DESKTOP.name)
        self.assertEqual(entry["Desktop Entry"]["Icon"], NAME)
        self.assertEqual(entry["Desktop Entry"]["Exec"].split()[0], root.findtext("provides/binary"))

    def test_what_it_opens_is_told_everywhere(self):
        entry = configparser.ConfigParser(interpolation=None)
        entry.read(DESKTOP)
        kinds = {kind for kind in entry["Desktop Entry"]["MimeType"].split(";") if kind}
        self.assertIn("%U", entry["Desktop Entry"]["Exec"])
        self.assertLessEqual({"x-scheme-handler/vnc", "x-scheme-handler/spice", "application/x-virt-viewer"}, kinds)
        self.assertEqual({kind.text for kind in xml.parse(METAINFO).getroot().iter("mediatype")}, kinds)
        declared = {kind.get("type") for kind in xml.parse(MIME).getroot()}
        self.assertEqual(declared, {kind for kind in kinds if not kind.startswith("x-scheme-handler/")})

    def test_release_is_the_version_that_is_built(self):
        built = re.search(r"VERSION (\d+\.\d+\.\d+)", (ROOT / "CMakeLists.txt").read_text()).group(1)
        self.assertEqual(xml.parse(METAINFO).getroot().find("releases/release").get("version"), built)

    def test_icon_is_a_picture(self):
        self.assertTrue(xml.parse(ROOT / "icons/vivarium.svg").getroot().tag.endswith("svg"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
