using System.Collections.Generic;
using System.CommandLine;
using ScalingAnalyzers.Tool.Input;
using ScalingAnalyzers.Tool.Output;
using ScalingAnalyzers.Tool.Plans;

namespace ScalingAnalyzers.Tool.Commands;

/// <summary>`scaling plan`: which model on how many tokens for a budget.</summary>
internal sealed class PlanCommand : ToolCommand
{
    private readonly PlanInputs _inputs = new();

    public override string Name => "plan";

    public override string Description => "Model and tokens for a budget in money, compute or time, with alternatives and every law.";

    public override string Question => "Which model do I train for this budget?";

    public override string[] Examples =>
    [
        "scaling plan --budget 1M --price 2 --accelerator h100-sxm --mfu 0.4",
        "scaling plan --compute 1e23 --vocabulary 128256 --inference-tokens 10T",
        "scaling plan --gpus 1024 --days 30 --accelerator h100-sxm --mfu 40% --unique-tokens 2T",
    ];

    public override IEnumerable<Option> Options => _inputs.Options;

    protected override int Run(Given given, Terminal terminal)
    {
        var request = _inputs.Of(given);
        var plan = Plan.Of(request);
        return Show(new Shown(PlanPage.Of(plan, request), PlanJson.Of(plan, request)), given, terminal);
    }
}
