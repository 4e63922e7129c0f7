"""Takes the pictures of this folder from the demonstration data: `make screenshots`.

It serves a scratch database on a free port of this machine and drives Chromium.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import URLError
from urllib.request import urlopen

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.chromium import launch

HERE = Path(__file__).parent
SEED = "/articles/wzzafe3mcm3y/"  # its public id stands in the fixture
BRAND = "/brands/leica/?to=2022-12-31"
COMPARED = "/compare/?brand=leica&brand=zeiss"
# Name, address, width, height, colour scheme.
PICTURES = [
    ("brand", BRAND, 1280, 1100, "light"),
    ("brand-dark", BRAND, 1280, 1100, "dark"),
    ("brand-phone", BRAND, 390, 844, "light"),
    ("home", "/", 1280, 1100, "light"),
    ("home-dark", "/", 1280, 1100, "dark"),
    ("home-phone", "/", 390, 844, "light"),
    ("search", "/search/?q=Xaomi+Lecia", 1280, 1100, "light"),
    ("search-phone", "/search/?q=hasselblad", 390, 844, "dark"),
    ("embed", "/brands/leica/embed/", 480, 700, "light"),
    ("embed-dark", "/brands/leica/embed/?as_of=2022-05-24", 360, 700, "dark"),
    ("preview-brand", "/brands/leica/preview.png", 1200, 630, "light"),
    ("preview-partnership", "/partnerships/xiaomi-leica/preview.png", 1200, 630, "light"),
    ("compare", COMPARED, 1280, 1500, "light"),
    ("compare-dark", COMPARED, 1280, 1500, "dark"),
    ("compare-phone", COMPARED, 390, 1200, "light"),
    ("brands", "/brands/", 1280, 1000, "light"),
    ("partnerships", "/partnerships/", 1280, 1100, "light"),
    ("network", "/network/", 1280, 1200, "light"),
    ("network-dark", "/network/?year=2016", 1280, 1200, "dark"),
    ("network-phone", "/network/?brand=leica", 390, 844, "light"),
    ("launches", "/launches/", 1280, 1100, "light"),
    ("launches-as-of", "/launches/?as_of=2022-06-20", 1280, 1100, "dark"),
    ("launches-phone", "/launches/?month=2022", 390, 844, "light"),
    ("statements", "/statements/", 1280, 900, "light"),
    ("sources", "/sources/", 1280, 1100, "light"),
    ("sources-phone", "/sources/", 390, 844, "dark"),
    ("rumours", "/sources/rumours/", 1280, 1100, "light"),
    ("promises", "/sources/companies/", 1280, 1000, "light"),
    ("articles", "/articles/", 1280, 1100, "light"),
    ("article-dark", SEED, 1280, 1100, "dark"),
    ("article-phone", SEED, 390, 844, "light"),
    ("partnership-phone", "/partnerships/huawei-leica/", 390, 844, "dark"),
    ("partnership", "/partnerships/xiaomi-leica/", 1280, 1100, "light"),
    ("statement", "/statements/ketbqk7scwd6/", 1280, 900, "light"),
    ("person", "/people/matthias-harsch/", 1280, 900, "light"),
    ("error", "/brands/leica/?kind=wedding", 1280, 700, "light"),
    ("launch", "/launches/xiaomi-leica-first-flagship/", 1280, 1100, "light"),
]


def main() -> None:
    with served() as site, sync_playwright() as playwright:
        browser = launch(playwright)
        for name, address, width, height, scheme in PICTURES:
            page = browser.new_page(
                viewport={"width": width, "height": height},
                color_scheme=scheme,  # type: ignore[arg-type]
            )
            page.goto(f"{site}{address}")
            keep(page.screenshot(), HERE / f"{name}.png")
            page.close()
        browser.close()
    print(f"{len(PICTURES)} pictures in {HERE.name}/")


def keep(picture: bytes, path: Path) -> None:
    """In 256 colours, which these pages do with: a clone takes all pictures along."""
    Image.open(BytesIO(picture)).convert("RGB").quantize(dither=Image.Dither.NONE).save(
        path, optimize=True
    )


@contextmanager
def served() -> Iterator[str]:
    """The address of a site with the demonstration data, gone afterwards."""
    with TemporaryDirectory(prefix="partnerships-pictures-") as scratch:
        env = os.environ | {"DATABASE_URL": f"sqlite:///{scratch}/site.sqlite3", "DEBUG": "off"}
        for command in (
            ["migrate", "--verbosity=0"],
            ["collectstatic", "--no-input", "--verbosity=0"],
            ["loaddata", "seed", "demonstration", "--verbosity=0"],
        ):
            subprocess.run([sys.executable, "manage.py", *command], env=env, check=True)
        address = f"127.0.0.1:{_free_port()}"
        server = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "partnerships.wsgi", "--bind", address], env=env
        )
        try:
            _wait_for(f"http://{address}/brands/")
            yield f"http://{address}"
        finally:
            server.terminate()
            server.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(address: str) -> None:
    for _ in range(100):
        try:
            urlopen(address).close()  # noqa: S310 - an address of this machine, made above
            return
        except URLError:
            time.sleep(0.1)
    raise TimeoutError(f"{address} does not answer")


if __name__ == "__main__":
    main()
