//go:build !js

package validate

import (
	"encoding/json"
	"fmt"
)

// Value checks any Go value. A []byte, a json.RawMessage and a string are
// bodies as they are; everything else is marshaled by encoding/json, a
// struct of yours or an SDK's params alike, and what comes out is checked. The
// error is that of the marshalling, in which case the report is empty; places
// refer to the marshalled text.
//
// It is not there in js/wasm builds, which do without encoding/json.
func (v *Validator) Value(x any) (Report, error) {
	switch body := x.(type) {
	case []byte:
		return v.JSON(body), nil
	case json.RawMessage:
		return v.JSON(body), nil
	case string:
		return v.JSON([]byte(body)), nil
	}
	body, err := json.Marshal(x)
	if err != nil {
		return Report{}, fmt.Errorf("marshal the body: %w", err)
	}
	return v.JSON(body), nil
}
