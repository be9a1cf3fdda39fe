using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Configuration;

namespace ScalingAnalyzers.Testing;

/// <summary>
/// One run in its four forms: source for the analyzers, an object for <see cref="ConfigReader"/>, plain values for
/// <see cref="TrainingRun.Check"/>, and the constants of the generator.
/// </summary>
public static class Everywhere
{
    // What a TrainingRun has no property for: budgets, hours, steps and batches, learning rates, decays, stocks, plans, names
    // of laws and chips.
    private static readonly string[] BeyondTrainingRun = [
        "SCALE101", "SCALE202", "SCALE301", "SCALE304", "SCALE401", "SCALE402", "SCALE403", "SCALE904", "SCALE906"];

    // Roles that a TrainingRun lacks and that decide about other rules.
    private static readonly ConfigRole[] Deciding = [ConfigRole.Law, ConfigRole.Justification, ConfigRole.AcceleratorHours];

    /// <summary>A static class of constants as a class of properties, which an object can have.</summary>
    public static string AsObject(string source) => Regex.Replace(
        source.Replace("public static partial class", "public sealed partial class", StringComparison.Ordinal),
        @"public const ([\w.]+)\s+(\w+)\s*=\s*([^;]+);",
        "public $1 $2 { get; init; } = $3;",
        RegexOptions.None,
        TimeSpan.FromSeconds(1));

    /// <summary>Compares the findings and constants of a type in all forms.</summary>
    /// <param name="code">Code with one config, a class with a constructor without arguments.</param>
    /// <param name="type">Its name.</param>
    /// <returns>The ids of the rules that report it.</returns>
    public static async Task<IReadOnlyList<string>> HasTheSameFindings(Code code, string type)
    {
        var reported = (await code.Diagnostics()).Where(one => RuleTable.Get(one.Id).Origin == RuleOrigin.Check).ToArray();
        using var program = await code.Load();
        var read = ConfigReader.Read(Activator.CreateInstance(program.TypeOf(type))!);
        var found = OfChecks(read.Check());
        Assert.Equal(Texts(reported), Texts(found));
        if (IsExpressible(read)) Assert.Equal(Texts(found, anyMember: true), Texts(OfChecks(read.Declared.Check()), anyMember: true));
        else if (!Deciding.Any(read.Config.Has))
            Assert.Equal(Texts(found.Where(IsExpressible)), Texts(OfChecks(read.Declared.Check()).Where(IsExpressible)));
        HasTheConstantsOf(read.Estimate, program.TypeOf(type));
        return found.Select(finding => finding.Rule.Id).ToArray();
    }

    private static void HasTheConstantsOf(Estimate estimate, Type type)
    {
        var constants = type.GetNestedType("Estimates")?.GetFields().ToDictionary(f => f.Name, f => f.GetRawConstantValue()) ?? [];
        foreach (var property in typeof(Estimate)
            .GetProperties()
            .Where(p => p.PropertyType == typeof(double?) || p.PropertyType == typeof(long?)))
        {
            if (constants.TryGetValue(property.Name, out object? constant))
                Assert.True(Equals(constant, property.GetValue(estimate)), type.Name + ": " + property.Name);
        }

        Assert.Equal(estimate.TrainingFlops is not null, constants.ContainsKey("TrainingFlops"));
    }

    // What readers find depends on their format.
    private static Finding[] OfChecks(IEnumerable<Finding> findings) =>
        findings.Where(finding => finding.Rule.Origin == RuleOrigin.Check).ToArray();

    // Whether a TrainingRun can hold everything that the config declares.
    private static bool IsExpressible(ConfigRun read)
    {
        var held = TrainingRunValues.Of(read.Declared).All.Select(value => value.Role).ToHashSet();
        return read.Config.All.All(value => value.IsUnset || held.Contains(value.Role)
            || (RoleTable.IsDimension(value.Role) && read.Declared.Shape is not null));
    }

    private static bool IsExpressible(Finding finding) =>
        !BeyondTrainingRun.Contains(finding.Rule.Id) && !finding.Texts.ContainsKey(FindingKeys.NearestAccelerator)
            && finding.Rule.Id is not ("SCALE102" or "SCALE902");

    private static IEnumerable<string> Texts(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .Select(one => one.Id + " " + one.GetMessage(CultureInfo.InvariantCulture) + " " + Numbers(one.Properties
            .Where(p => !p.Key.Contains('.') && double.TryParse(p.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            .Select(p => (p.Key, p.Value!))))
        .Order(StringComparer.Ordinal);

    // A TrainingRun calls a member as its property.
    private static IEnumerable<string> Texts(IEnumerable<Finding> findings, bool anyMember = false) => findings
        .Select(one => one.Rule.Id + " "
            + (anyMember && one.Member.Length > 0 ? Regex.Replace(one.Message, @"(?<!\w)" + one.Member, "*") : one.Message) + " "
            + Numbers(one.Numbers.Select(p => (p.Key, p.Value.ToString("R", CultureInfo.InvariantCulture)))))
        .Order(StringComparer.Ordinal);

    private static string Numbers(IEnumerable<(string Key, string Value)> numbers) =>
        string.Join(" ", numbers.OrderBy(n => n.Key, StringComparer.Ordinal).Select(n => n.Key + "=" + n.Value));
}
