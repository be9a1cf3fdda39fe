using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Tool.Input;

namespace ScalingAnalyzers.Tool.Plans;

/// <summary>What a plan starts from: a budget in money, compute or time, a loss, or a size; and its
/// conditions.</summary>
internal sealed class PlanInputs
{
    private static readonly ConfigRole[] Roles =
    [
        ConfigRole.Parameters, ConfigRole.UniqueTokens, ConfigRole.InferenceTokens, ConfigRole.VocabularySize,
        ConfigRole.SequenceLength, ConfigRole.Accelerator, ConfigRole.AcceleratorCount, ConfigRole.Utilization,
        ConfigRole.TokensPerSecondPerAccelerator, ConfigRole.Availability, ConfigRole.Precision, ConfigRole.PricePerAcceleratorHour,
    ];

    private readonly RunOption[] _values;
    private readonly LawOption _law;

    private readonly Option<string> _budget = new("--budget")
    { Description = "Money for the run, such as 1M; needs --price, --accelerator and --mfu.", HelpName = "money" };

    private readonly Option<string> _compute = new("--compute")
    { Description = "Training compute, such as 1e23.", HelpName = "FLOPs" };

    private readonly Option<string> _days = new("--days")
    { Description = "Time of the run, such as 30 or 6w; needs --gpus, --accelerator and --mfu.", HelpName = "time" };

    private readonly Option<string> _loss = new("--target-loss")
    { Description = "Loss to reach, nats per token.", HelpName = "loss" };

    private readonly Option<string> _reserve = new("--reserve")
    { Description = "Share of the budget kept back, such as 10%.", HelpName = "share" };

    private readonly Option<string> _active = new("--active-ratio")
    { Description = "Active over all parameters of a mixture of experts, such as 0.1; --parameters are all of them.", HelpName = "share" };

    /// <summary>Inputs with options of their own.</summary>
    public PlanInputs()
        : this(RunOption.All(), new LawOption())
    {
    }

    /// <summary>Inputs that share the options of runs with a command.</summary>
    public PlanInputs(IReadOnlyList<RunOption> values, LawOption law)
    {
        _values = values.Where(option => Roles.Contains(option.Role)).ToArray();
        _law = law;
    }

    /// <summary>What a plan starts from and keeps back.</summary>
    public IEnumerable<Option> Starts => [_budget, _compute, _days, _loss, _reserve, _active];

    /// <summary>The options of the command.</summary>
    public IEnumerable<Option> Options => [.. Starts, .. _values.Select(value => (Option)value.Option), _law.Option];

    /// <summary>What is given, complete.</summary>
    /// <exception cref="CommandException">Something is missing or does not go together.</exception>
    public PlanRequest Of(Given given)
    {
        var values = RunOption.Values(_values, given);
        double? money = given.Text(_budget) is { } sum ? Amounts.Money("--budget", sum, "money", "1M") : null;
        double? loss = Positive(given, _loss, "a loss in nats per token", "2.0");
        double? compute = Positive(given, _compute, "FLOPs", "1e23");
        double? days = given.Text(_days) is { } time ? Amounts.Days("--days", time) : null;
        double reserve = given.Text(_reserve) is { } share ? Amounts.Share("--reserve", share, "a share of the budget", "10%") : 0;
        double? active = given.Text(_active) is { } ratio ? Amounts.Share("--active-ratio", ratio, "a share of the parameters", "0.1")
            : null;
        string[] starts = new[] { (money, "--budget"), (compute, "--compute"), (days, "--days"), (loss, "--target-loss") }
            .Where(pair => pair.Item1 is not null).Select(pair => pair.Item2).ToArray();
        if (starts.Length > 1) throw new CommandException($"plan: {string.Join(" and ", starts)} are given; expected one of them.");
        if (starts.Length == 0 && !values.ContainsKey(ConfigRole.Parameters))
        {
            throw new CommandException(
                "plan: no budget is given; expected one of --budget, --compute, --days, --target-loss, or --parameters.");
        }

        if (reserve >= 1) throw new CommandException("--reserve: '100%' leaves nothing to plan.");
        var request = new PlanRequest(values, _law.Of(given) ?? LawCatalog.Default) { TargetLoss = loss, ActiveRatio = active };
        if (request.TokensPerSecond is not null && (request.Parameters is null || request.Utilization is not null))
        {
            throw new CommandException(request.Utilization is not null
                ? "--tokens-per-second: not together with --mfu; it replaces it."
                : "--tokens-per-second: needs --parameters, of the model that it was measured with.");
        }

        ConfigRole[] speed = request.TokensPerSecond is null ? [ConfigRole.Accelerator, ConfigRole.Utilization] : [];
        if (money is not null) Need(values, "--budget", [ConfigRole.PricePerAcceleratorHour, .. speed]);
        if (days is not null) Need(values, "--days", [ConfigRole.AcceleratorCount, .. speed]);
        if (reserve > 0 && (loss is not null || starts.Length == 0))
            throw new CommandException("--reserve: needs a budget to keep back from.");
        if (money is { } amount) compute = request.FlopsOfMoney(amount);
        else if (days is { } duration) compute = request.FlopsOfDays(duration * (request.Availability ?? 1));
        return request with { TrainingFlops = compute * (1 - reserve), Reserve = reserve };
    }

    private static double? Positive(Given given, Option<string> option, string of, string such) =>
        given.Text(option) is { } text ? Amounts.Number(option.Name, text, of, such) : null;

    private void Need(Dictionary<ConfigRole, object> values, string option, params ConfigRole[] roles)
    {
        string[] missing = _values.Where(value => roles.Contains(value.Role) && !values.ContainsKey(value.Role))
            .Select(value => value.Option.Name).ToArray();
        if (missing.Length > 0)
            throw new CommandException($"{option}: needs {string.Join(", ", missing)} too; there is no default for them.");
    }
}
