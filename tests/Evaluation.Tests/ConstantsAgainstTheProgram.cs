using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>Holds the constants that are generated for a small program against what the program computes when it
/// runs.</summary>
internal static class ConstantsAgainstTheProgram
{
    private const BindingFlags Anything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.FlattenHierarchy;

    /// <summary>The constants that are compared with members, by the members' names.</summary>
    private static readonly (string Member, string Constant)[] Compared = [("Parameters", "Parameters"), ("Tokens", "TrainingTokens")];

    /// <summary>What disagrees, and how many constants were compared; null where this compiler does not know the
    /// program's C#.</summary>
    /// <param name="program">The source.</param>
    /// <param name="mayEnd">Whether an exception ends the run, so that nothing is left to compare: random sources
    /// divide by zero.</param>
    public static async Task<(IReadOnlyList<string> Wrong, int Constants)?> Compare(string program, bool mayEnd = false)
    {
        var code = Config.Code.With(program.StartsWith("#pragma", StringComparison.Ordinal) ? program : $$"""
            using System;
            using System.Runtime.CompilerServices;
            using ScalingAnalyzers;
            {{program}}
            """).AllowCompilerErrors();
        if ((await code.Generate()).Compilation.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error)) return null;
        var running = await code.Load();
        var wrong = new List<string>();
        int constants = 0;
        var objects = new Dictionary<Type, object?>();
        foreach (var estimates in running.Assembly.GetTypes().Where(t => t.Name == "Estimates"))
        {
            var config = estimates.DeclaringType!;
            if (Estimated(estimates)) Add(config, estimates, () => config.IsAbstract && config.IsSealed ? null : New(config));
            foreach (var plan in estimates.GetNestedTypes())
            {
                object? held = Held(config, plan.Name);
                if (held is Exception && mayEnd) continue;
                if (held is not null) Add(held.GetType(), plan, () => held);
            }
        }

        return (wrong, constants);

        void Add(Type type, Type holder, Func<object?> make)
        {
            foreach (var (member, constant) in Compared)
            {
                if (holder.GetField(constant, Anything)?.GetValue(null) is not { } generated) continue;
                constants++;
                // One object: to make it may change what another of its type would hold.
                object? computed =
                    Computed(type, member, () => objects.TryGetValue(holder, out object? made) ? made : objects[holder] = make());
                if (computed is Exception && mayEnd) continue;
                if (computed is null or Exception || !IsSame(computed, (long)generated))
                    wrong.Add($"{holder.FullName}.{constant} = {generated}, computed {computed ?? "nothing"}");
            }
        }
    }

    private static object? Held(Type plans, string name)
    {
        try
        {
            return plans.GetField(name, Anything)?.GetValue(null) ?? plans.GetProperty(name, Anything)?.GetValue(null);
        }
        catch (Exception e) when (e is TargetInvocationException or TypeInitializationException)
        {
            return e;
        }
    }

    private static bool Estimated(Type estimates) => Compared.Any(c => estimates.GetField(c.Constant, Anything) is not null);

    private static object New(Type type) => type.IsValueType ? Activator.CreateInstance(type)! : type
        .GetConstructors(Anything & ~BindingFlags.Static)
        .Where(c => !c.IsPrivate && c.GetParameters().All(p => p.IsOptional || p.IsDefined(typeof(ParamArrayAttribute))))
        .OrderBy(c => c.GetParameters().Count(p => p.IsDefined(typeof(ParamArrayAttribute)))).ThenBy(c => c.GetParameters().Length)
        .Select(
            c =>
                c.Invoke(
                    c.GetParameters()
                        .Select(p => p.DefaultValue is DBNull or null && p.ParameterType.IsValueType
                            ? Activator.CreateInstance(p.ParameterType)
                            : p.DefaultValue is DBNull
                            ? null
                            : p.DefaultValue)
                        .ToArray()))
        .First();

    // What throws has no value that a constant could equal.
    private static object? Computed(Type type, string member, Func<object?> make)
    {
        try
        {
            object? instance = make();
            for (Type? t = type; t is not null; t = t.BaseType)
            {
                if (t.GetField(member, Anything | BindingFlags.DeclaredOnly) is { } field) return field.GetValue(instance);
                if (t.GetProperty(member, Anything | BindingFlags.DeclaredOnly) is { } property && property.GetMethod is { } get)
                    return get.Invoke(instance, null);
            }

            return null;
        }
        catch (Exception e) when (e is TargetInvocationException or TypeInitializationException)
        {
            return e;
        }
    }

    private static bool IsSame(object computed, long generated) => computed switch
    {
        double d => Math.Round(d) == generated,
        float f => Math.Round(f) == generated,
        System.Numerics.BigInteger big => big == generated,
        _ => Math.Round(Convert.ToDecimal(computed, CultureInfo.InvariantCulture)) == generated,
    };
}
