using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Configuration;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Testing;

/// <summary>
/// One run in its four forms: source for the analyzers, an object for <see cref="ConfigReader"/>, plain values for
/// <see cref="TrainingRun.Check"/>, and the constants of the generator.
/// </summary>
public static class Everywhere
{
    // Roles that a TrainingRun lacks and that decide about other rules.
    private static readonly ConfigRole[] Deciding =
        [ConfigRole.Law, ConfigRole.Justification, ConfigRole.AcceleratorHours, ConfigRole.StartingPoint];

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
        var all = (await code.Diagnostics()).Where(one => IsOf(one, type)).ToArray();
        var reported = all.Where(one => RuleTable.Get(one.Id).Origin == RuleOrigin.Check).ToArray();
        var program = await code.Load();
        var read = ConfigReader.Read(Activator.CreateInstance(program.TypeOf(type))!);
        var found = OfChecks(read.Check());
        Assert.Equal(Texts(reported), Texts(found));
        if (IsExpressible(read)) Assert.Equal(Texts(found, anyMember: true), Texts(OfChecks(read.Declared.Check()), anyMember: true));
        else if (!Deciding.Any(read.Config.Has))
            Assert.Equal(
                Texts(found.Where(one => IsExpressible(one, read)), anyMember: true),
                Texts(OfChecks(read.Declared.Check()).Where(one => IsExpressible(one, read)), anyMember: true));
        if (all.All(one => one.Id != RuleTable.CannotGenerate.Id)) HasTheConstantsOf(read.Estimate, program.TypeOf(type));
        return found.Select(finding => finding.Rule.Id).ToArray();
    }

    /// <summary>Compares the findings and constants of the configs of a program that all forms can express.</summary>
    /// <param name="program">The program; its configs are classes.</param>
    /// <returns>How many configs were compared.</returns>
    public static async Task<int> Compare(string program)
    {
        var compilation = (await Config.Code.With(program).AllowCompilerErrors().Generate()).Compilation;
        if (compilation.GetDiagnostics().Any(one => one.Severity == DiagnosticSeverity.Error)) return 0;
        int compared = 0;
        foreach (var type in ConfigsOf(compilation).Where(type => IsExpressible(type, compilation)))
        {
            try
            {
                await HasTheSameFindings(Config.Code.With(program), NameOf(type));
                compared++;
            }
            catch (MissingMethodException)
            {
                // No constructor without arguments: no run of its own.
            }
        }

        return compared;
    }

    private static IEnumerable<INamedTypeSymbol> ConfigsOf(Compilation compilation) => compilation
        .GetSymbolsWithName(_ => true, SymbolFilter.Type)
        .OfType<INamedTypeSymbol>()
        .Where(type => ConfigAttributes.Training(type) is not null || ConfigAttributes.Model(type) is not null);

    // Not expressible: what the source leaves unknown and an object knows, a 0 that is written, members that only the
    // type itself sees, another type as the model.
    private static bool IsExpressible(INamedTypeSymbol type, Compilation compilation)
    {
        if (type.IsAbstract || type.IsStatic || type.IsGenericType || type.IsRefLikeType || type.IsFileLocal) return false;
        var model = compilation.GetSemanticModel(type.DeclaringSyntaxReferences[0].SyntaxTree);
        var config = RunReader.OfType(type, model, new RunOptions(), CancellationToken.None).Run.Config;
        return config.All.All(value => !value.IsUnreadable && value.Role != ConfigRole.Model && !IsZero(value.Content))
            && !type.DeclaringSyntaxReferences.Any(part => part.GetSyntax().DescendantTokens().Any(token => token.Text is "false" or "0"))
            && type.GetMembers().All(member => member.DeclaredAccessibility == Accessibility.Public
                || ValueReader.RoleOf(member).Role == ConfigRole.None);
    }

    private static string NameOf(ISymbol symbol) =>
        symbol.ContainingSymbol is INamedTypeSymbol or INamespaceSymbol { IsGlobalNamespace: false }
        ? NameOf(symbol.ContainingSymbol) + "." + symbol.Name
        : symbol.Name;

    private static bool IsZero(object? content) => content is false || (content is not null && Numerics.Numbers.ToDouble(content) == 0);

    private static void HasTheConstantsOf(Estimate estimate, Type type)
    {
        string name = type.GetCustomAttribute<TrainingConfigAttribute>()?.EstimatesName
            ?? type.GetCustomAttribute<ModelConfigAttribute>()?.EstimatesName ?? "Estimates";
        var constants = type.GetNestedType(name)?.GetFields().ToDictionary(f => f.Name, f => f.GetRawConstantValue()) ?? [];
        foreach (var property in typeof(Estimate)
            .GetProperties()
            .Where(p => p.PropertyType == typeof(double?) || p.PropertyType == typeof(long?)))
        {
            if (constants.TryGetValue(property.Name, out object? constant))
                Assert.True(Equals(constant, property.GetValue(estimate)), type.Name + ": " + property.Name);
        }

        Assert.Equal(estimate.TrainingFlops is not null, constants.ContainsKey("TrainingFlops"));
    }

    // A program may also create objects, which are runs of their own.
    private static bool IsOf(Diagnostic diagnostic, string type)
    {
        string name = type.Split('.')[^1];
        return Regex.IsMatch(diagnostic.GetMessage(CultureInfo.InvariantCulture), "^'" + Regex.Escape(name) + @"['.]")
            && diagnostic.Location.SourceTree?.GetRoot().FindNode(diagnostic.Location.SourceSpan).AncestorsAndSelf()
                .OfType<TypeDeclarationSyntax>()
                .Any(around => around.Identifier.ValueText == name) == true;
    }

    // What readers find depends on their format.
    private static Finding[] OfChecks(IEnumerable<Finding> findings) =>
        findings.Where(finding => finding.Rule.Origin == RuleOrigin.Check).ToArray();

    // Whether a TrainingRun can hold everything that the config declares.
    private static bool IsExpressible(ConfigRun read)
    {
        var held = TrainingRunValues.Of(read.Declared).All.Select(value => value.Role).ToHashSet();
        return read.Config.All.All(value => value.IsUnset || (held.Contains(value.Role) && value.Scale == 1)
            || (RoleTable.IsDimension(value.Role) && read.Declared.Shape is not null));
    }

    // A finding about values that a TrainingRun has a property for, in the unit of that property: not about budgets,
    // hours, learning rates, names of laws and chips, what is impossible or declared twice.
    private static bool IsExpressible(Finding finding, ConfigRun read)
    {
        if (finding.Rule == RuleTable.TokensDisagree) return false; // a TrainingRun has tokens, and no steps
        bool quotesTheText = finding.Rule == RuleTable.SuspiciousMagnitude || finding.Rule == RuleTable.UnknownAccelerator;
        var held = TrainingRunValues.Of(read.Declared).All.Select(value => value.Role).ToHashSet();
        if (read.Tokens is { } tokens) held.Add(tokens.DecidedBy.Role);
        return finding.At.Concat(finding.Concerns).All(value => held.Contains(value.Role)
            && !(quotesTheText && read.Config.Find(value.Role) is { Scale: not 1 }));
    }

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
