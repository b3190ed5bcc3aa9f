package cli_test

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

// program returns the path of the command: testscript.Main runs it if this test
// binary is called by that name.
func program(t *testing.T) string {
	t.Helper()
	self, err := os.Executable()
	require.NoError(t, err)
	name := filepath.Join(t.TempDir(), "linqlint")
	require.NoError(t, os.Symlink(self, name))
	return name
}

const fixable = `{"message":{"preferred_service":"sms","parts":[{"type":"text","value":"Hi"}]}}`

func fixed(text string) string { return strings.ReplaceAll(text, `"sms"`, `"SMS"`) }

// TestWithoutRights runs as a user without the permission to read a file or a
// folder, or to write next to one.
func TestWithoutRights(t *testing.T) {
	dir := t.TempDir()
	for name, mode := range map[string]os.FileMode{"closed": 0o000, "fixed": 0o555, "open": 0o777} {
		require.NoError(t, os.Mkdir(filepath.Join(dir, name), 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(dir, name, "a.json"), []byte(fixable), 0o666))
		require.NoError(t, os.Chmod(filepath.Join(dir, name, "a.json"), 0o666))
		require.NoError(t, os.Chmod(filepath.Join(dir, name), mode))
	}
	require.NoError(t, os.WriteFile(filepath.Join(dir, "secret.json"), []byte(fixable), 0o000))
	t.Cleanup(func() {
		os.Chmod(filepath.Join(dir, "closed"), 0o755)
		os.Chmod(filepath.Join(dir, "fixed"), 0o755)
	})
	for p := dir; p != "/"; p = filepath.Dir(p) {
		if strings.HasPrefix(p, os.TempDir()+"/") {
			require.NoError(t, os.Chmod(p, 0o755))
		}
	}
	code, out, errs := asNobody(t, dir, "--fix", ".")
	require.Equal(t, 3, code, errs)
	require.Contains(t, errs, "linqlint: closed: permission denied\n")
	require.Contains(t, errs, "linqlint: secret.json: permission denied\n")
	require.Contains(t, errs, "linqlint: fixed/a.json: not fixed: cannot create a temporary file next to it: permission denied\n")
	require.Contains(t, out, "fixed/a.json:1:", "what was not fixed is still reported")
	for name, want := range map[string]string{"fixed": fixable, "open": fixed(fixable)} {
		text, err := os.ReadFile(filepath.Join(dir, name, "a.json"))
		require.NoError(t, err)
		require.Equal(t, want, string(text))
	}
}

// asNobody runs the command without the permissions of root.
func asNobody(t *testing.T, dir string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	self, err := os.Executable()
	require.NoError(t, err)
	name := filepath.Join(dir, "..", "linqlint")
	binary, err := os.ReadFile(self)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(name, binary, 0o755))
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	if os.Getuid() == 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	}
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	_ = cmd.Run()
	return cmd.ProcessState.ExitCode(), out.String(), errs.String()
}

// TestClosedOutput writes to outputs that accept nothing: a reader that is gone
// ends the command, a full disk is reported, and an output that was closed from
// the start is like /dev/null.
func TestClosedOutput(t *testing.T) {
	name, dir := program(t), t.TempDir()
	file := filepath.Join(dir, "a.ndjson")
	require.NoError(t, os.WriteFile(file, []byte(strings.Repeat(`{"message":{"parts":[]}}`+"\n", 20_000)), 0o644))

	out, err := exec.Command("sh", "-c", `"$1" "$2" | head -1`, "sh", name, file).CombinedOutput()
	require.NoError(t, err)
	require.Equal(t, 1, strings.Count(string(out), "\n"), "one line and no message about the pipe: %s", out)

	fixFile := filepath.Join(dir, "b.json")
	require.NoError(t, os.WriteFile(fixFile, []byte(fixable), 0o644))
	const full = ": no space left on device\n"
	for _, row := range []struct {
		command string // $1 is linqlint, $2 has problems, $3 has one that is fixable
		code    int
		errs    string
	}{
		{`"$1" "$2" >&-`, 1, ""},
		{`"$1" "$2" >/dev/full`, 3, "linqlint: cannot write the report" + full},
		{`"$1" --diff "$3" >/dev/full`, 3, "linqlint: cannot write the diff" + full},
		{`"$1" --fix --quiet - <"$3" >/dev/full`, 3, "linqlint: cannot write the fixed text" + full},
	} {
		cmd := exec.Command("sh", "-c", row.command, "sh", name, file, fixFile)
		var errs strings.Builder
		cmd.Stderr = &errs
		_ = cmd.Run()
		require.Equal(t, row.code, cmd.ProcessState.ExitCode(), row.command)
		require.Equal(t, row.errs, errs.String(), row.command)
	}
}

// TestInterrupted sends Ctrl-C while standard input is awaited. The line that
// came before is checked and reported at once.
func TestInterrupted(t *testing.T) {
	cmd := exec.Command(program(t), "--stdin-filename", "x.ndjson", "-")
	in, err := cmd.StdinPipe()
	require.NoError(t, err)
	defer in.Close()
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	_, err = in.Write([]byte(fixable + "\n"))
	require.NoError(t, err)
	first := make([]byte, 1)
	_, err = io.ReadFull(out, first)
	require.NoError(t, err)
	require.NoError(t, cmd.Process.Signal(os.Interrupt))
	rest, err := io.ReadAll(out)
	require.NoError(t, err)
	_ = cmd.Wait()
	require.Equal(t, 3, cmd.ProcessState.ExitCode())
	require.Contains(t, string(rest), "1 error in 1 file; 1 fixable with --fix; interrupted at byte 79 of x.ndjson (--offset 79 continues there)")
}

// TestInterruptedReports is the same for reports that programs read: where to
// resume is printed on standard error, and written to formats with a member for it.
func TestInterruptedReports(t *testing.T) {
	dir := t.TempDir()
	asJSON, asSARIF := filepath.Join(dir, "r.json"), filepath.Join(dir, "r.sarif")
	cmd := exec.Command(program(t), "--quiet", "--format", "jsonl", "--format", "json="+asJSON, "--format", "sarif="+asSARIF, "--stdin-filename", "x\u009b.ndjson", "-")
	in, err := cmd.StdinPipe()
	require.NoError(t, err)
	defer in.Close()
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	var errs strings.Builder
	cmd.Stderr = &errs
	require.NoError(t, cmd.Start())
	_, err = in.Write([]byte(fixable + "\n"))
	require.NoError(t, err)
	_, err = io.ReadFull(out, make([]byte, 1))
	require.NoError(t, err)
	require.NoError(t, cmd.Process.Signal(os.Interrupt))
	_, err = io.Copy(io.Discard, out)
	require.NoError(t, err)
	_ = cmd.Wait()
	require.Equal(t, 3, cmd.ProcessState.ExitCode())
	const said = "interrupted at byte 79 of x<U+009B>.ndjson (--offset 79 continues there)"
	require.Equal(t, "linqlint: "+said+"\n", errs.String())

	text, err := os.ReadFile(asJSON)
	require.NoError(t, err)
	conforms(t, reportSchema(t, ""), string(text))
	var report struct {
		Summary struct {
			Stopped struct {
				Reason, File string
				Offset       int
			}
		}
	}
	require.NoError(t, json.Unmarshal(text, &report))
	require.Equal(t, "interrupted", report.Summary.Stopped.Reason)
	require.Equal(t, "x\u009b.ndjson", report.Summary.Stopped.File)
	require.Equal(t, 79, report.Summary.Stopped.Offset)

	text, err = os.ReadFile(asSARIF)
	require.NoError(t, err)
	require.Contains(t, string(text), `"executionSuccessful":false,"toolExecutionNotifications":[{"level":"error","message":{"text":"`+said+`"}}]`)
}
