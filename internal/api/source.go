package api

// AsOf is the day up to which the tables follow the API's sources.
const AsOf = "2026-09-26"

// The sources of members. A member without a date is on the reference pages.
const (
	Reference = "https://docs.linqapp.com/api/"
	GoSDK     = "https://github.com/linq-team/linq-go"
	NodeSDK   = "https://github.com/linq-team/linq-node"
)

// Page is where the member is documented: its Source, or else the reference pages, or of
// one with a date the SDK whose doc comments are newer than they are.
func (m *Member) Page() string {
	switch {
	case m.Source != "":
		return m.Source
	case m.AddedOn == "":
		return Reference
	}
	return GoSDK
}

// Ours is the page of what no page states: a rule of this project.
const Ours = "linqlint"
