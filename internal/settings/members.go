package settings

import "github.com/linqlint/linqlint/validate"

// kinds reads {"templates/**": "message"}.
func (r *reader) kinds(n int) {
	r.each(n, "kinds", func(key, value int) {
		files, kind := r.text(key, "a name in kinds"), r.text(value, "a kind").Value
		switch {
		case files.Value == "" || kind == "":
		case validate.Kind(kind).Valid():
			r.Kinds = append(r.Kinds, Kind{files, validate.Kind(kind)})
		default:
			var names []string
			for _, k := range validate.Kinds() {
				names = append(names, string(k))
			}
			r.unknown(value, "kind", kind, names)
		}
	})
}

// rules reads {"decoration-*": "error", "to-large": "off"}.
func (r *reader) rules(n int) {
	r.each(n, "rules", func(key, value int) {
		selector, level := r.selector(key, "a name in rules"), r.text(value, "a severity").Value
		if selector.Value == "" || level == "" {
			return
		}
		if severity, known := validate.ParseSeverity(level); known {
			r.Rules = append(r.Rules, Severity{selector, severity})
		} else {
			r.unknown(value, "severity", level, []string{"error", "warning", "note", "off"})
		}
	})
}

// known reads the names that this version does not know.
func (r *reader) known(n int) {
	k := &r.Known
	names := []string{"members", "effects", "part_types", "values", "media_extensions", "presigned_hosts"}
	r.object(n, "known", names, func(i, n int) {
		if i == 3 { // {"decoration.style": ["wavy"]}
			enums := validate.KnownEnums()
			r.object(n, "known.values", enums, func(i, n int) { k.Add(enums[i], r.values(n, "known.values."+enums[i])...) })
			return
		}
		values := r.values(n, "known."+names[i])
		switch i {
		case 0:
			k.Members = values
		case 1:
			k.EffectNames = append(k.EffectNames, values...)
		case 2:
			k.PartTypes = append(k.PartTypes, values...)
		case 4:
			k.MediaExtensions = bare(values)
		case 5:
			k.PresignedHosts = values
		}
	})
}

// ignore reads {"rule", "files", "pointer", "reason", "expires"}.
func (r *reader) ignore(n int) {
	before := len(r.Faults)
	start, end := int(r.view.Nodes[n].Start), int(r.view.Nodes[n].End)
	i := Ignore{Start: start, End: end}
	names := []string{"rule", "files", "pointer", "reason", "expires"}
	texts := []*Text{&i.Rule, &i.Files, &i.Pointer, &i.Reason, &i.Expires}
	r.object(n, "an ignore", names, func(k, n int) {
		t := texts[k]
		if k == 0 {
			*t = r.selector(n, "rule")
			return
		}
		*t = r.text(n, names[k])
		switch {
		case t.Value == "":
		case k == 2 && t.Value[0] != '/':
			r.at(n, "pointer "+quoted(t.Value)+" does not start with /")
		case k == 4 && !IsDate(t.Value):
			r.at(n, "expires is "+quoted(t.Value)+"; expected a date such as 2027-01-31")
		}
	})
	missing := ""
	switch {
	case len(r.Faults) > before:
		return
	case i.Rule.Value == "":
		missing = "rule"
	case i.Reason.Value == "":
		missing = "reason"
	default:
		r.Ignores = append(r.Ignores, i)
		return
	}
	r.report(start, start+1, "ignore has no "+missing)
}
