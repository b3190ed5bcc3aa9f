package validate

import (
	"slices"
	"strings"
)

// known is what the options add to the documentation. A nil known adds
// nothing.
type known struct {
	members    []string
	values     map[string][]string
	extensions []string
	hosts      []string
}

// addKnown copies, so that the caller may go on with its slices.
func (v *Validator) addKnown(k Known) {
	if v.known == nil {
		v.known = &known{values: map[string][]string{}}
	}
	v.known.members = append(v.known.members, k.Members...)
	for _, enum := range KnownEnums() {
		v.known.values[enum] = append(v.known.values[enum], k.Values(enum)...)
	}
	for _, e := range k.MediaExtensions {
		v.known.extensions = append(v.known.extensions, strings.ToLower(strings.TrimPrefix(e, ".")))
	}
	for _, h := range k.PresignedHosts {
		v.known.hosts = append(v.known.hosts, strings.ToLower(h))
	}
}

func (k *known) member(name string) bool { return k != nil && slices.Contains(k.members, name) }

func (k *known) value(member, value string) bool {
	return k != nil && slices.Contains(k.values[member], value)
}

func (k *known) extension(ext string) bool { return k != nil && slices.Contains(k.extensions, ext) }

func (k *known) host(host string) bool { return k != nil && slices.Contains(k.hosts, host) }
