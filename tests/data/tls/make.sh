#!/bin/sh
# Makes the certificates that the tests of links serve. Nobody trusts them but these tests.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
touch "$work/index"; echo 01 > "$work/serial"
cat > "$work/ca.cnf" <<CNF
[ca]
default_ca = own
[own]
database = $work/index
serial = $work/serial
new_certs_dir = $work
default_md = sha256
policy = any
copy_extensions = copy
unique_subject = no
[any]
commonName = supplied
CNF
own() { # name, host, extensions: signed by itself, valid as long as the others whatever the clock says
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$work/$1.key" -out "$work/$1.csr" \
    -subj "/CN=$2" -addext "$3"
  openssl ca -batch -selfsign -config "$work/ca.cnf" -keyfile "$work/$1.key" -in "$work/$1.csr" -out "$work/$1.crt" \
    -notext -startdate 20200101000000Z -enddate 21200101000000Z
}
leaf() { # name, first day, last day, host
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$work/$1.key" -out "$work/$1.csr" \
    -subj "/CN=$4" -addext "subjectAltName=DNS:$4,DNS:*.$4"
  openssl ca -batch -config "$work/ca.cnf" -cert ca.pem -keyfile "$work/ca.key" -in "$work/$1.csr" \
    -out "$work/$1.crt" -notext -startdate "$2" -enddate "$3"
  cat "$work/$1.key" "$work/$1.crt" > "$1.pem"
}
own ca "itagen test CA" "basicConstraints=critical,CA:TRUE"
cp "$work/ca.crt" ca.pem
leaf good 20200101000000Z 21200101000000Z example.go.th
leaf expired 20200101000000Z 20210101000000Z example.go.th
leaf other 20200101000000Z 21200101000000Z elsewhere.example
own self example.go.th "subjectAltName=DNS:example.go.th,DNS:*.example.go.th"
cat "$work/self.key" "$work/self.crt" > self.pem
rm -r "$work"
