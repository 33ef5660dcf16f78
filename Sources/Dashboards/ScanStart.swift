import WerkendLeren

extension App {
  /// Opens on a scan that is to be filled in, with the usual first screens below it.
  public mutating func start(withScan scan: Int64, from placement: Int64, model: DutyModel) {
    screens.append(.wizard(WizardScreen(scan: scan, placement: placement, model: model)))
    resizeLists()
  }
}
