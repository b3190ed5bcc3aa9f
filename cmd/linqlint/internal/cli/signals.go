package cli

import (
	"context"
	"os"
	"os/signal"
	"runtime"
	"syscall"
	"time"
)

// signalGrace is how long a check of files that writes none runs before it handles
// signals: handlers cost a short run a fifth of its time, and until then a signal
// may end the process, since little was found and there is nothing to remove.
const signalGrace = 20 * time.Millisecond

// untilSignal returns a context that a signal ends: the command then ends in
// order, reports what it has found and removes its temporary files. A second
// signal ends the process at once.
func untilSignal() (context.Context, context.CancelFunc) {
	ctx, stop := signal.NotifyContext(context.Background(), endSignals()...)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}

// untilLateSignal is untilSignal that handles signals only after signalGrace.
func untilLateSignal() (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(context.Background())
	timer := time.AfterFunc(signalGrace, func() {
		signals, stop := untilSignal()
		context.AfterFunc(signals, cancel)
		context.AfterFunc(ctx, stop)
	})
	return ctx, func() {
		timer.Stop()
		cancel()
	}
}

// endSignals returns the signals that end a command in order. A signal that the
// process was started to ignore, as nohup does with SIGHUP, stays ignored.
func endSignals() (all []os.Signal) {
	for _, s := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT} {
		if runtime.GOOS == "wasip1" || !signal.Ignored(s) { // which panics in WASI
			all = append(all, s)
		}
	}
	return all
}
