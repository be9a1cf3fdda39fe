using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Evaluation;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>
/// Compares the interpreter's values of classes with the values that the running program computes for their members M0,
/// M1, ...
/// </summary>
internal static class AgainstTheProgram
{
    /// <summary>Holds the values of class C in a source against the program's.</summary>
    public static async Task Hold(string form, string source)
    {
        var compared = await Compare(source, type => type.Name == "C");
        Assert.NotEmpty(compared);
        Assert.True(compared.All(c => c.Agrees), form + "\n" + string.Join("\n", compared.Where(c => !c.Agrees)));
    }

    /// <summary>
    /// Each member's value as read and as computed; the read value is null where the interpreter returns unknown.
    /// </summary>
    public static Task<IReadOnlyList<Comparison>> Compare(string source, Func<INamedTypeSymbol, bool> isMeant) =>
        Compare(Config.Code.With(source), isMeant);

    /// <summary>The same of code that may have more files and references.</summary>
    public static async Task<IReadOnlyList<Comparison>> Compare(Code code, Func<INamedTypeSymbol, bool> isMeant)
    {
        var program = await code.Load();
        var compilation = (await code.Generate()).Compilation;
        var found = new List<Comparison>();
        foreach (var type in compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>().Where(isMeant))
        {
            var model = compilation.GetSemanticModel(type.DeclaringSyntaxReferences[0].SyntaxTree);

            // One interpreter reads all members of a class, as for a config: what it remembers of one must not spoil
            // another.
            var interpreter = new Interpreter(new SourceModels(model), CancellationToken.None);
            var instance = type.IsStatic ? null : interpreter.CreateDefault(type) as ObjectValue;
            var reads =
                Measured(type).Select(m => (Member: m, Read: interpreter.Member(m, m.IsStatic ? null : instance) as ScalarValue)).ToList();

            // One object, and only what is claimed of it is asked for: to ask may change it.
            var running = new Lazy<(bool Exists, object? Object)>(() => Make(program.TypeOf(type.ToDisplayString()), type.IsStatic));
            foreach (var (member, read) in reads)
            {
                object? computed = read is not null && running.Value.Exists
                    ? Compute(program.TypeOf(type.ToDisplayString()), member, running.Value.Object)
                    : null;
                if (running.Value.Exists) found.Add(new Comparison($"{type.ToDisplayString()}.{member.Name}", member, read, computed));
            }
        }

        return found;
    }

    private static IEnumerable<ISymbol> Measured(INamedTypeSymbol type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (INamedTypeSymbol? t = type; t is not null; t = t.BaseType)
        {
            foreach (var member in t.GetMembers()
                .Where(m => m is IFieldSymbol or IPropertySymbol && m.Name.Length > 1 && m.Name[0] == 'M' && char.IsDigit(m.Name[1])
                    && seen.Add(m.Name))) yield return member;
        }
    }

    // What `new T()` runs: the constructor without parameters, else one whose parameters are all optional.
    private static object New(Type type) =>
        type.GetConstructors()
            .Where(c => c.GetParameters().All(p => p.IsOptional))
            .OrderBy(c => c.GetParameters().Length)
            .FirstOrDefault() is { } constructor && !type.IsValueType
        ? constructor.Invoke(constructor.GetParameters().Select(p => p.DefaultValue).ToArray())
        : Activator.CreateInstance(type)!;

    // An override may have a setter alone.
    private static MethodInfo Getter(Type? type, string name, BindingFlags flags)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.GetProperty(name, flags | BindingFlags.DeclaredOnly)?.GetMethod is { } getter) return getter;
        }

        throw new MissingMethodException(name);
    }

    // An object that cannot be made, because an initialiser throws, has no values.
    private static (bool Exists, object? Object) Make(Type type, bool isStatic)
    {
        try
        {
            System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(type.TypeHandle);
            return (true, isStatic ? null : New(type));
        }
        catch (Exception e) when (e is TargetInvocationException or TypeInitializationException or MissingMethodException)
        {
            return (false, null);
        }
    }

    private static object? Compute(Type type, ISymbol member, object? instance)
    {
        const BindingFlags Anything =
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.FlattenHierarchy;
        try
        {
            return member is IFieldSymbol
                ? type.GetField(member.Name, Anything)!.GetValue(instance)
                : Getter(type, member.Name, Anything).Invoke(instance, null);
        }
        catch (TargetInvocationException e)
        {
            return e;
        }
    }
}

/// <summary>A member as the interpreter reads it (null: unknown) and as the program computes it.</summary>
internal sealed record Comparison(string Name, ISymbol Member, ScalarValue? Read, object? Computed)
{
    public bool Agrees => Read is null || Equals(Read.Content, Computed);

    public override string ToString() =>
        $"{Name}: read {Read?.Content ?? "nothing"} "
            + $"({Read?.Content?.GetType().Name}), computed {Computed} in\n{Member.DeclaringSyntaxReferences[0].GetSyntax()}";
}
