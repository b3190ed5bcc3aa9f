// Command probe asks of the runtime what needs its tables: stacks that are
// unwound, grown and scanned, and the recover rules.
package main

import (
	"errors"
	"runtime"
	"strings"
)

func main() {
	println("recovered", recovered(func() { panic("on purpose") }))
	println("recovered", recovered(func() { var none []int; println(none[len(none)]) }))
	println("recovered", recovered(func() { var m map[string]int; m["x"]++ }))
	println("deferred method", deferredMethod(&catcher{}))
	println("too deep", recovered(tooDeep))
	println("goexit", goexit())
	println("deep", deep(20000, make([]byte, 64)))
	println("kept", collected())
	println("caller is named", named())
}

func recovered(f func()) (reason string) {
	defer func() { reason = name(recover()) }()
	f()
	return "nothing"
}

func name(r any) string {
	switch r := r.(type) {
	case error:
		return r.Error()
	case string:
		return r
	}
	return "nothing"
}

// tooDeep recovers one call too deep, which recovers nothing.
func tooDeep() {
	defer func() { func() { _ = recover() }() }()
	panic("through")
}

type catch interface{ catch(*string) }

type catcher struct{}

func (*catcher) catch(reason *string) { *reason = name(recover()) }

// deferredMethod recovers in a method that is deferred through an interface,
// which the compiler wraps.
func deferredMethod(c catch) (reason string) {
	defer c.catch(&reason)
	panic(errors.New("in a method"))
}

func goexit() string {
	done := make(chan string)
	go func() {
		defer func() { done <- "deferred ran" }()
		runtime.Goexit()
	}()
	return <-done
}

// deep makes the stack grow, which moves every frame and the pointers in it.
func deep(n int, b []byte) int {
	if n == 0 {
		return len(b)
	}
	var local [16]*[]byte
	local[n%16] = &b
	return deep(n-1, *local[n%16]) + n%2
}

// collected lets the garbage collector scan the stacks of many goroutines.
func collected() int {
	results, stop := make(chan int), make(chan bool)
	for i := range 50 {
		go func() {
			kept := strings.Repeat("x", i)
			<-stop
			results <- len(kept)
		}()
	}
	for range 20 {
		_ = make([]byte, 1<<20)
		runtime.GC()
	}
	close(stop)
	sum := 0
	for range 50 {
		sum += <-results
	}
	return sum
}

// named is what packing takes away.
func named() bool {
	pc, _, _, _ := runtime.Caller(0)
	return runtime.FuncForPC(pc).Name() != ""
}
