package main

import (
	"bytes"
	"errors"
	"slices"
)

// The sections that are looked at, by their ids.
const (
	customSection   = 0
	typeSection     = 1
	importSection   = 2
	functionSection = 3
	startSection    = 8
	codeSection     = 10
	dataSection     = 11
)

// order is where a section stands in a module: data count (12) is before code.
func order(id byte) int {
	return bytes.IndexByte([]byte{0, 1, 2, 3, 4, 5, 13, 6, 7, 8, 9, 12, 10, 11}, id)
}

var preamble = []byte("\x00asm\x01\x00\x00\x00")

var errModule = errors.New("the module is cut short or no WASM")

// module is a WASM binary as its sections, without the custom ones: those that
// Go writes are the build id, the names of functions and the producers.
type module struct{ sections []section }

type section struct {
	id   byte
	body []byte
}

func parseModule(data []byte) (*module, error) {
	rest, ok := bytes.CutPrefix(data, preamble)
	if !ok {
		return nil, errModule
	}
	m := &module{}
	for r := (reader{b: rest}); len(r.b) > 0; {
		s := section{id: r.byte()}
		s.body = r.take(r.uint())
		if r.short {
			return nil, errModule
		}
		if s.id != customSection {
			m.sections = append(m.sections, s)
		}
	}
	return m, nil
}

func (m *module) encode() []byte {
	out := slices.Clone(preamble)
	for _, s := range m.sections {
		out = append(out, s.id)
		out = appendUint(out, uint64(len(s.body)))
		out = append(out, s.body...)
	}
	return out
}

// body returns the content of a section that must be there.
func (m *module) body(id byte) (*[]byte, error) {
	for i := range m.sections {
		if m.sections[i].id == id {
			return &m.sections[i].body, nil
		}
	}
	return nil, errModule
}

// maxMemory is where data may begin, in bytes: far more than a module has.
const maxMemory = 1 << 28

// memory is what the data segments make of the memory, from address 0.
func (m *module) memory() ([]byte, error) {
	body, err := m.body(dataSection)
	if err != nil {
		return nil, err
	}
	var memory []byte
	r := reader{b: *body}
	for n := r.uint(); n > 0; n-- {
		// Active, for memory 0, at a constant: flag 0, i32.const address, end.
		if r.byte() != 0 || r.byte() != 0x41 {
			return nil, errors.New("a data segment has no constant address")
		}
		address := int(r.int())
		if r.byte() != 0x0b || address < 0 {
			return nil, errors.New("a data segment has no constant address")
		}
		data := r.take(r.uint())
		if r.short || address > maxMemory {
			return nil, errModule
		}
		if end := address + len(data); end > len(memory) {
			memory = append(memory, make([]byte, end-len(memory))...)
		}
		copy(memory[address:], data)
	}
	return memory, nil
}

// leastGap is the shortest run of zeros that is left out between two segments,
// in bytes. A segment of its own costs 7 to 9 bytes, which compress badly.
const leastGap = 16

func (m *module) setMemory(memory []byte) {
	var out []byte
	n := uint64(0)
	for at := 0; at < len(memory); {
		start := at + zeros(memory[at:])
		end := start
		for end < len(memory) {
			gap := zeros(memory[end:])
			if gap >= leastGap || end+gap == len(memory) {
				break
			}
			end += gap + 1
		}
		if start == end {
			break
		}
		out = append(out, 0, 0x41)
		out = append(appendInt(out, int64(start)), 0x0b)
		out = appendUint(out, uint64(end-start))
		out = append(out, memory[start:end]...)
		n, at = n+1, end
	}
	body, _ := m.body(dataSection) // memory has read it
	*body = append(appendUint(nil, n), out...)
}

// zeros counts the zeros at the start of b.
func zeros(b []byte) int {
	for i, c := range b {
		if c != 0 {
			return i
		}
	}
	return len(b)
}

// addStart adds a function without parameters and results, which the module
// runs once it has its data and before anything of it is called.
func (m *module) addStart(code []byte) error {
	types, err := m.body(typeSection)
	if err != nil {
		return err
	}
	functions, err := m.body(functionSection)
	if err != nil {
		return err
	}
	codes, err := m.body(codeSection)
	if err != nil {
		return err
	}
	if _, err := m.body(startSection); err == nil {
		return errors.New("the module has a start function")
	}
	imported, err := m.importedFunctions()
	if err != nil {
		return err
	}
	kind, index := count(*types), imported+count(*functions)
	*types = appended(*types, []byte{0x60, 0, 0}) // func () -> ()
	*functions = appended(*functions, appendUint(nil, kind))
	*codes = appended(*codes, append(appendUint(nil, uint64(len(code))), code...))
	at := slices.IndexFunc(m.sections, func(s section) bool { return order(s.id) > order(startSection) })
	m.sections = slices.Insert(m.sections, at, section{startSection, appendUint(nil, index)})
	return nil
}

// importedFunctions counts the functions that come before the module's own.
func (m *module) importedFunctions() (uint64, error) {
	body, err := m.body(importSection)
	if err != nil {
		return 0, nil // a module need not import anything
	}
	r := reader{b: *body}
	n := r.uint()
	for range n {
		r.take(r.uint()) // module
		r.take(r.uint()) // name
		if r.byte() != 0 {
			return 0, errors.New("the module imports what is no function")
		}
		r.uint() // type
		if r.short {
			return 0, errModule
		}
	}
	return n, nil
}

// count reads how many entries a section has.
func count(body []byte) uint64 {
	r := reader{b: body}
	return r.uint()
}

// appended is a section with one entry more.
func appended(body, entry []byte) []byte {
	r := reader{b: body}
	n := r.uint()
	return slices.Concat(appendUint(nil, n+1), r.b, entry)
}
