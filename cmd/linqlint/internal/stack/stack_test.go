package stack

import "testing"

func TestGrow(t *testing.T) {
	if grow(false) != 0 || grow(true) != 1 {
		t.Fatal("the frame is not the function's own")
	}
}
