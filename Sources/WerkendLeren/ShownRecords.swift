extension PlacementRecords {
  /// The records without what belongs to an earlier employer, for a viewer of the present one: nobody sees another employer's data
  /// (`domain.md`, "Rules that follow"). Items are to be derived from the whole records, not from these. Others are shown everything.
  public func shown(to viewer: Viewer) -> PlacementRecords {
    guard case .employer(let own) = viewer.scope else { return self }
    var shown = self
    shown.links.removeAll { $0.employer != own }
    shown.employers.removeAll { $0.id != own }
    shown.persons.removeAll { $0.party == .employer && $0.employer != own }
    let persons = Set(shown.persons.map(\.id))
    shown.assignments.removeAll { !persons.contains($0.person) }
    let workplaces = Set(shown.links.compactMap(\.workplace))
    shown.workplaces.removeAll { !workplaces.contains($0.id) }
    shown.scans.removeAll { !workplaces.contains($0.workplace) }
    shown.marks.removeAll { $0.party == .employer && $0.employer != own }
    shown.notes.removeAll { $0.party == .employer && !isOwn($0.moment, of: own) }
    return shown
  }

  /// Whether somebody of that employer may see what was done at a moment: since it is the placement's employer.
  public func isShown(_ moment: String, to viewer: Viewer) -> Bool {
    guard case .employer(let own) = viewer.scope else { return true }
    return isOwn(moment, of: own)
  }

  private func isOwn(_ moment: String, of employer: Int64) -> Bool {
    guard links.contains(where: { $0.employer != employer }) else { return true }
    guard let day = Day(iso: moment.prefix(10)), let since = employerSince else { return false }
    return currentLink?.employer == employer && day >= since
  }
}
