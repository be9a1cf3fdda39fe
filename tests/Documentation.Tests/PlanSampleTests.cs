using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Planning;
using ScalingAnalyzers.Testing;
using ScalingAnalyzers.Tests;

namespace ScalingAnalyzers.Documentation.Tests;

/// <summary>The worked plan: its README is what it prints, and no rule warns of the plan.</summary>
public class PlanSampleTests
{
    private static string Folder => Path.Combine(Facts.RepositoryRoot, "samples", "PlanningABudget");

    // Without the page at its end, which needs a package that this project does not reference.
    private static Code Plan => new DirectoryInfo(Folder).GetFiles("*.cs").OrderBy(file => file.Name, StringComparer.Ordinal)
        .Where(file => file.Name is not ("Program.cs" or "DecisionPage.cs"))
        .Aggregate(Config.Code, (all, file) => all.File(file.Name, File.ReadAllText(file.FullName)));

    [Fact]
    public async Task The_README_is_what_the_program_prints()
    {
        var sample = await Plan.Load();
        string printed = sample.Value<string>("PlanningABudget.Report.Text");
        string readme = Path.Combine(Folder, "README.md");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(readme, printed);
        Assert.Equal(printed, File.ReadAllText(readme));
    }

    [Fact]
    public async Task No_rule_warns_of_the_plan() =>
        Assert.DoesNotContain(await Plan.Diagnostics(), reported => reported.Severity >= DiagnosticSeverity.Warning);

    [Fact]
    public async Task The_plan_is_the_choice_within_its_last_digits_and_within_the_money()
    {
        var sample = await Plan.Load();
        var chosen = ((InferencePlan)sample.Value("PlanningABudget.Choices.ToServe")!).Allocation;
        Assert.InRange(sample.Value<long>("PlanningABudget.Plan.Parameters") / chosen.Parameters, 0.98, 1);
        Assert.InRange(sample.Value<long>("PlanningABudget.Plan.Tokens") / chosen.Tokens, 0.98, 1);
        Assert.InRange(sample.Value<double>("PlanningABudget.Plan.Estimates.Cost"), 960_000, 1_000_000);
    }
}
