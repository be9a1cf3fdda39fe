using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers.Checks;

/// <summary>A check tests one condition of a run and returns what it found. It reads values, never syntax.</summary>
internal abstract class RunCheck
{
    public abstract Rule Rule { get; }

    public abstract IEnumerable<Finding> Check(ConfigRun run);
}

/// <summary>All checks, by the order of their rules.</summary>
internal static class RunChecks
{
    public static IReadOnlyList<RunCheck> All { get; } =
    [
        new UnderTrained(), new OverTrained(), new BeyondFittedRange(), new OverTrainedUndeclared(),
        new OverBudget(), new ImplausibleUtilization(), new StateDoesNotFit(), new UnknownAccelerator(), new ThresholdCrossed(),
        new DataRepeated(), new BeyondStock(),
        new DoesNotDivide(), new CountDiffers(), new OddDimension(), new TokensDisagree(),
        new BatchTooLarge(), new LearningRateOutside(),
        new CheaperToServe(), new PaybackOpen(),
        new ValueImpossible(), new UnknownLaw(), new TwoForOneRole(), new SuspiciousMagnitude(), new NameAlmostRead(),
    ];

    /// <summary>The findings of every check that applies to the assessed subject.</summary>
    public static IEnumerable<Finding> Of(ConfigRun run, RuleScope scope) =>
        All.Where(check => (check.Rule.Scope & scope) != default).SelectMany(check => check.Check(run));
}
