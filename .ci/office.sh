#!/usr/bin/env bash
# LibreOffice and Chromium, with which the tests open workbooks and pages as their readers do. The package itself
# needs neither. On Debian and Ubuntu they are installed; elsewhere this says what to install by hand.
set -euo pipefail

wanted=()
command -v soffice >/dev/null || wanted+=(libreoffice-calc-nogui libreoffice-writer-nogui)
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null ||
  wanted+=(chromium)
command -v pdftotext >/dev/null || wanted+=(poppler-utils)
command -v fc-list >/dev/null && fc-list | grep -qi liberation || wanted+=(fonts-liberation2)
((${#wanted[@]})) || exit 0

if ! command -v apt-get >/dev/null; then
  echo "Install LibreOffice (soffice), Chromium (chromium) and poppler (pdftotext); the tests that need them say so." >&2
  exit 1
fi
as_root=()
((EUID == 0)) || as_root=(sudo)
"${as_root[@]}" apt-get update -qq
DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${wanted[@]}" >/dev/null
