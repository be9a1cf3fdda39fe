namespace ScalingAnalyzers.Checks;

/// <content>Rows: budget, utilization, memory, chips and thresholds.</content>
public static partial class RuleTable
{
    internal static readonly Rule OverBudget = new("SCALE101", nameof(OverBudget), "Compute", FindingSeverity.Warning, RuleScope.Runs)
    {
        Check = new OverBudget(),
        Title = "The run exceeds its budget",
        Description = "The run, or the target loss, costs more FLOPs, accelerator-hours, money or days than the config itself "
            + "allows; where what they follow from is not declared, an info names it.",
        Messages =
        [
            "'{run}' {taken}: {times} times the {limit} that '{member}' allows{advice}",
            "'{run}' is not compared with the {limit} that '{member}' allows: declare {missing}",
            "'{run}' is not planned within the {limit} that '{member}' allows: declare {missing}",
            "'{run}' needs {least} FLOPs for the loss of {loss} of '{member}' by {law}, {times} times the {most} that its limits allow",
            "'{run}' does not reach the loss of {loss} of '{member}' with any {means} by {law}",
        ],
        Fixes = [FixKind.FitBudget],
    };

    internal static readonly Rule ImplausibleUtilization =
        new("SCALE102", nameof(ImplausibleUtilization), "Compute", FindingSeverity.Warning, RuleScope.Runs)
        {
            Check = new ImplausibleUtilization(),
            Title = "The utilization is implausible",
            Description = "Utilization is the share of the dense peak that the model's own FLOPs use over the whole wall time (PaLM's "
                + "MFU). Hours, days and cost depend on it.",
            Messages =
        [
            "'{run}' declares a utilization of {value}, but it is a share of the peak in (0, 1]{meant}. No hours are computed",
            "'{run}' declares a utilization of {value}, above 0.70: published runs reach 0.2 to 0.55 of the dense peak over their wall "
                + "time. Check whether it counts recomputation, or the best step alone",
            "'{run}' declares a utilization of {value}, but the {hours} accelerator-hours that '{member}' declares imply {implied}. Over "
                + "the whole wall time, restarts included, the hours decide",
            "'{run}' needs a utilization of {implied} to train in the {hours} accelerator-hours that '{member}' declares, above {bound}",
        ],
            Fixes = [FixKind.AsFraction],
        };

    internal static readonly Rule StateDoesNotFit =
        new("SCALE103", nameof(StateDoesNotFit), "Compute", FindingSeverity.Warning, RuleScope.Runs)
        {
            Check = new StateDoesNotFit(),
            Title = "The training state does not fit the accelerators' memory",
            Description = "Weights, gradients, master weights and optimizer state, divided as declared; where no sharding is declared "
                + "they are split evenly over all accelerators, the least that any sharding can reach. Where shape, sequence and "
                + "micro-batch are known, the activations of a step are added.",
            Messages =
            ["'{run}' keeps {state} of training state on each of {devices} {chip} with {memory}: {parts} ({sharding}); activations are not "
                + "included. {remedy}",
                "'{run}' keeps {state} of training state on each of {devices} {chip} with {memory}: {parts} ({sharding}), {remedy} of the "
                + "memory. Activations need the rest",
                "'{run}' keeps {state} of training state on each of {devices} {chip} with {memory}: {parts} ({sharding}). An optimizer "
                + "step that converts gradients to FP32, as DeepSpeed's does, needs {step} more, and does not fit",
                "'{run}' keeps {state} of training state on each of {devices} {chip} with {memory}: {parts} ({sharding}). {activations}"],
        };

    internal static readonly Rule UnknownAccelerator =
        new("SCALE104", nameof(UnknownAccelerator), "Compute", FindingSeverity.Warning, RuleScope.Runs)
        {
            Check = new UnknownAccelerator(),
            Title = "Unknown accelerator, or one that does not support the declared precision or peak",
            Description = "Hours, cost and energy follow from the chip's dense peak for the declared precision; without it, or from a peak "
            + "that the chip does not reach, they are not computed.",
            Messages =
        [
            "'{run}' names '{name}', which is not a known accelerator{remedy}",
            "'{run}' declares a peak of {why}. No hours, days, energy or cost are computed from it",
            "'{run}' names {chip} with {precision}, for which no dense peak is known; dense peaks are known for {formats}",
            "'{run}' has no precision of matrix multiplication, for '{member}' {reason}. No hours, days, energy or cost are computed",
        ],
            Fixes = [FixKind.UseKnownAccelerator, FixKind.UseDensePeak],
        };

    internal static readonly Rule ThresholdCrossed =
        new("SCALE105", nameof(ThresholdCrossed), "Compute", FindingSeverity.Info, RuleScope.Runs)
        {
            Check = new ThresholdCrossed(),
            Title = "Training compute crosses a regulatory threshold",
            Description = "Some statutes apply above a cumulative training compute. The message names the statute; it is no legal advice.",
            Messages =
            [
                "'{run}' takes {flops} FLOPs until it is ready, {times} times the {threshold} of the {statute}: {consequence}",
                "'{run}' modifies a model with {flops} FLOPs, {times} times {threshold}. By the {statute}, {consequence}",
            ],
        };

    private static Rule[] ComputeRows =>
        [OverBudget, ImplausibleUtilization, StateDoesNotFit, UnknownAccelerator, ThresholdCrossed];
}
