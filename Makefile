# Drieluik: `make run` and `make test` are all that is needed; `make help` names the rest.

SWIFT = swift
PREFIX = /usr/local
DESTDIR =
INSTALL = install
# What `make run` hands to the program.
ARGS = --demo
# The program whose manual pages and completions `make install-share` writes.
PROGRAM = .build/debug/drieluik
# nl or en: in which language the completions explain; empty: that of whoever installs.
export COMPLETION_LANGUAGE =
# Further words for `swift test`, such as TEST_ARGS="--filter Canvas".
TEST_ARGS =

RELEASE = -c release --static-swift-stdlib -Xlinker -s --product drieluik

.PHONY: help run build test test-long release install uninstall format lint clean setup setup-test setup-test-long install-share

help:
	@echo 'make run          build and open Drieluik on example data in a throw-away store'
	@echo 'make test         build and run every test (under 3 minutes after the build)'
	@echo 'make test-long    the same with the full counts of the random tests'
	@echo 'make install      one release binary in PREFIX/bin (PREFIX is $(PREFIX)), manual pages and'
	@echo '                  completions for bash, zsh and fish in PREFIX/share'
	@echo 'make uninstall    take them away again'
	@echo 'make build        only build'
	@echo 'make format       put every Swift file in the house format'
	@echo 'make lint         say what is not in the house format'
	@echo 'make clean        throw away what was built'
	@echo
	@echo 'What is missing on this machine is installed through apt first; it says what and why.'

setup:
	@scripts/setup build

setup-test:
	@scripts/setup test

build: setup
	$(SWIFT) build --product drieluik

run: build
	@"$$($(SWIFT) build --show-bin-path)/drieluik" $(ARGS)

setup-test-long:
	@scripts/setup test-long

test: setup-test
	$(SWIFT) test $(TEST_ARGS)

test-long: setup-test-long
	DRIELUIK_TEST_LONG=1 $(SWIFT) test $(TEST_ARGS)

release: setup
	$(SWIFT) build $(RELEASE)

install: release
	@built="$$($(SWIFT) build $(RELEASE) --show-bin-path)/drieluik"; \
	place='$(DESTDIR)$(PREFIX)/bin/drieluik'; \
	if $(INSTALL) -D -m 755 "$$built" "$$place"; then \
	  echo "installed: $$place"; \
	  scripts/share install "$$built" '$(DESTDIR)$(PREFIX)/share'; \
	else \
	  echo "not installed: no right to write there. Either:" >&2; \
	  echo "  make install PREFIX=\$$HOME/.local" >&2; \
	  echo "  sudo install -D -m 755 '$$built' '$$place'" >&2; \
	  echo "  sudo scripts/share install '$$built' '$(DESTDIR)$(PREFIX)/share'" >&2; \
	  exit 1; \
	fi

# Only the manual pages and the completions, of a program that is built already.
install-share:
	@scripts/share install '$(PROGRAM)' '$(DESTDIR)$(PREFIX)/share'

uninstall:
	rm -f '$(DESTDIR)$(PREFIX)/bin/drieluik'
	scripts/share uninstall '$(DESTDIR)$(PREFIX)/share'

format:
	$(SWIFT) format --in-place --parallel -r Sources Tests Package.swift

lint:
	$(SWIFT) format lint --strict --parallel -r Sources Tests Package.swift

clean:
	$(SWIFT) package clean
