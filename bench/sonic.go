//go:build (amd64 || arm64) && (linux || darwin || windows)

package main

import (
	"fmt"

	"github.com/bytedance/sonic"
)

// sonicPeers are those that sonic, which compiles at run time, has where it builds.
func sonicPeers() []peer {
	return []peer{
		{"sonic Valid", "the grammar of JSON, by vector instructions", false, func(body []byte) error {
			if !sonic.Valid(body) {
				return fmt.Errorf("no JSON")
			}
			return nil
		}},
		{"sonic Unmarshal", "into structs, no rule", false, func(body []byte) error {
			var m send
			return sonic.Unmarshal(body, &m)
		}},
	}
}
