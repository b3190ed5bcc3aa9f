package source

import (
	"errors"
	"path/filepath"
	"strings"
)

// unsupported is why files with these extensions are not read, and what to do.
var unsupported = map[string]string{
	".bat":   "Windows batch files are not supported; put the curl command into a shell script (.sh)",
	".cmd":   "Windows batch files are not supported; put the curl command into a shell script (.sh)",
	".ps1":   "PowerShell scripts are not supported; put the body into a .json file",
	".fish":  "fish scripts are not supported; put the curl command into a shell script (.sh)",
	".bru":   "Bruno files are not supported; export the collection from Bruno as a Postman collection",
	".hurl":  "Hurl files are not supported; put the request into a .http file",
	".saz":   "Fiddler archives are not supported; export the sessions as HAR",
	".jmx":   "JMeter plans are not supported; record the requests as HAR",
	".yaml":  "YAML is not supported; put examples into .json files",
	".yml":   "YAML is not supported; put examples into .json files",
	".pcap":  "packet captures are not supported; record the requests as HAR",
	".chlsj": "Charles sessions are not supported; export the session as HAR",
}

// CheckExtension returns an error for a file whose extension belongs to a format
// that is not supported.
func CheckExtension(path string) error {
	if why := unsupported[strings.ToLower(filepath.Ext(uncompressedName(path)))]; why != "" {
		return errors.New(why)
	}
	return nil
}

// UnsupportedExtensions returns the extensions that [CheckExtension] refuses, with
// its messages.
func UnsupportedExtensions() map[string]string {
	all := make(map[string]string, len(unsupported))
	for ext, why := range unsupported {
		all[ext] = why
	}
	return all
}
