package git

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os/exec"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Index is what is about to be committed. Open is safe for concurrent use.
type Index struct {
	*Repo
	files   []string          // that differ from HEAD, by absolute path
	objects map[string]string // of them, by folded path

	mu       sync.Mutex
	sizes    *catFile
	contents *catFile
}

// Staged returns the index. Links and submodules, which are no files, are left
// out of its list.
func (r *Repo) Staged() (*Index, error) {
	listing, err := r.run(append(diff[:len(diff):len(diff)], "--cached", "--raw", "--no-abbrev")...)
	if err != nil {
		return nil, err
	}
	x := &Index{Repo: r, objects: map[string]string{}}
	for pairs := fields(listing); len(pairs) >= 2; pairs = pairs[2:] {
		// ":100644 100644 OLD NEW M", and then the name
		about := strings.Fields(pairs[0])
		if len(about) == 5 && strings.HasPrefix(about[1], "100") {
			at := path.Join(r.top, pairs[1])
			x.files = append(x.files, at)
			x.objects[r.Fold(at)] = about[3]
		}
	}
	slices.Sort(x.files)
	return x, nil
}

// Files returns the files that are about to be committed and differ from HEAD,
// by absolute path with slashes, in their order.
func (x *Index) Files() []string { return x.files }

// small is up to how many bytes a content is read in one go, from a process
// that answers for all files; a larger one gets its own process and streams.
const small = 1 << 20

// Open returns the content of the file at an absolute path as it is about to be
// committed, and its size in bytes. The error is fs.ErrNotExist if Git does not
// know the file.
func (x *Index) Open(at string) (content io.ReadCloser, size int64, err error) {
	object, changed := x.objects[x.Fold(at)]
	if !changed {
		name, inside := strings.CutPrefix(at, x.top+"/")
		if !inside || strings.ContainsAny(name, "\n") {
			return nil, 0, fs.ErrNotExist
		}
		object = ":./" + name
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	found, size, err := x.lookup(&x.sizes, "--batch-check", object)
	if changed && errors.Is(err, fs.ErrNotExist) { // and not the folder's file instead
		err = errors.New("git: the repository has lost object " + object)
	}
	if err != nil {
		return nil, 0, err
	}
	object = found
	if size > small {
		content, err = x.stream(object, size)
		return content, size, err
	}
	if _, size, err = x.lookup(&x.contents, "--batch", object); err != nil {
		return nil, 0, err
	}
	text := make([]byte, size+1) // a line end follows
	if _, err := io.ReadFull(x.contents.out, text); err != nil {
		return nil, 0, fmt.Errorf("git cat-file: %w", err)
	}
	return io.NopCloser(bytes.NewReader(text[:size])), size, nil
}

// Close ends the processes.
func (x *Index) Close() {
	x.mu.Lock()
	defer x.mu.Unlock()
	for _, a := range []*catFile{x.sizes, x.contents} {
		if a != nil {
			a.in.Close()
			_ = a.cmd.Wait() // it has answered all that it was asked
		}
	}
	x.sizes, x.contents = nil, nil
}

// catFile is a git cat-file that answers about objects, one a line.
type catFile struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
}

// lookup starts a, unless it runs already, and reads what it says of an object.
func (x *Index) lookup(a **catFile, mode, object string) (id string, size int64, err error) {
	if *a == nil {
		if *a, err = x.start(mode); err != nil {
			return "", 0, err
		}
	}
	if _, err := io.WriteString((*a).in, object+"\n"); err != nil {
		return "", 0, fmt.Errorf("git cat-file: %w", err)
	}
	line, err := (*a).out.ReadString('\n')
	if err != nil {
		return "", 0, fmt.Errorf("git cat-file: %w", err)
	}
	// "ID blob SIZE", or "WHAT missing", where WHAT may have spaces
	if strings.HasSuffix(line, " missing\n") {
		return "", 0, fs.ErrNotExist
	}
	about := strings.Fields(line)
	if len(about) != 3 || about[1] != "blob" {
		return "", 0, errors.New("git: " + strings.TrimSpace(line))
	}
	size, err = strconv.ParseInt(about[2], 10, 64)
	return about[0], size, err
}

func (x *Index) start(mode string) (*catFile, error) {
	cmd := exec.CommandContext(x.ctx, "git", "-C", x.top, "cat-file", mode)
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, reason(err, "")
	}
	return &catFile{cmd: cmd, in: in, out: bufio.NewReader(out)}, nil
}

// stream reads one object of size bytes from a process of its own.
func (x *Index) stream(object string, size int64) (io.ReadCloser, error) {
	cmd := exec.CommandContext(x.ctx, "git", "-C", x.top, "cat-file", "blob", object)
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, reason(err, "")
	}
	return &stream{out, cmd, size}, nil
}

type stream struct {
	io.ReadCloser
	cmd  *exec.Cmd
	left int64 // bytes that are still to come
}

// Read fails where the object ends too early, as one that is damaged does: what
// came of it must not pass for all of it.
func (s *stream) Read(p []byte) (int, error) {
	n, err := s.ReadCloser.Read(p)
	s.left -= int64(n)
	if err == io.EOF && s.left > 0 {
		err = fmt.Errorf("git cat-file: %w", io.ErrUnexpectedEOF)
	}
	return n, err
}

// Close ends the process, whether all was read or not.
func (s *stream) Close() error {
	err := s.ReadCloser.Close()
	_ = s.cmd.Wait() // it ends by the closed pipe, if not by itself
	return err
}
