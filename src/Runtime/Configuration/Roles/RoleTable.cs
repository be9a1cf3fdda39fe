using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace ScalingAnalyzers.Configuration;

/// <summary>
/// The one table of roles: kind, unit, the value that means "not set", names by dialect, near relatives, metadata,
/// attribute argument. Every role has a row: a test compares the table with <see cref="ConfigRole"/>. docs/members.md
/// is generated from it.
/// </summary>
internal static partial class RoleTable
{
    /// <summary>All rows.</summary>
    public static IReadOnlyList<RoleRow> Rows { get; } =
        Array.AsReadOnly(Data.Concat(Compute).Concat(Parallelism).Concat(Model).OrderBy(row => row.Role).ToArray());

    private static readonly IReadOnlyDictionary<ConfigRole, RoleRow> ByRole = Rows.ToDictionary(row => row.Role);

    private static readonly IReadOnlyDictionary<string, ConfigRole> ByName = Rows
        .SelectMany(row => row.Names.Select(name => (Name: PlainName.Of(name.Text), row.Role)))
        .GroupBy(entry => entry.Name, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First().Role, PlainName.Comparer);

    private static readonly HashSet<string> Relatives = new(Rows.SelectMany(row => row.Relatives), PlainName.Comparer);

    private static readonly (string Suffix, double Scale)[] Suffixes =
    [
        ("inthousands", 1e3), ("inmillions", 1e6), ("inbillions", 1e9), ("intrillions", 1e12),
        ("thousands", 1e3), ("millions", 1e6), ("billions", 1e9), ("trillions", 1e12),
        ("k", 1e3), ("m", 1e6), ("b", 1e9), ("t", 1e12),
    ];

    /// <summary>The row of a role.</summary>
    /// <exception cref="KeyNotFoundException">The role has no row, as None.</exception>
    public static RoleRow Get(ConfigRole role) => ByRole[role];

    /// <summary>The row of a role; None has none.</summary>
    public static bool TryGet(ConfigRole role, [NotNullWhen(true)] out RoleRow? row) => ByRole.TryGetValue(role, out row);

    /// <summary>Whether values of the role are read this way.</summary>
    public static bool Is(ConfigRole role, RoleKind kind) => ByRole.TryGetValue(role, out var row) && row.Kind == kind;

    /// <summary>Whether the role is a size or a switch of the model.</summary>
    public static bool IsDimension(ConfigRole role) =>
        ByRole.TryGetValue(role, out var row) && row.Kind is RoleKind.Dimension or RoleKind.Flag;

    /// <summary>Whether the role describes the model.</summary>
    public static bool IsOfModel(ConfigRole role) => ByRole.TryGetValue(role, out var row) && row.IsOfModel;

    /// <summary>Whether the role gives the size of the model or the length of the training.</summary>
    public static bool GivesSize(ConfigRole role) => ByRole.TryGetValue(role, out var row) && row.GivesSize;

    /// <summary>Whether a name looks like one that is read and is known to mean something else.</summary>
    public static bool IsRelative(string name) => Relatives.Contains(name);

    /// <summary>The role that a name means, and what one unit of it is worth; None where the name means
    /// nothing.</summary>
    public static (ConfigRole Role, double Scale) Of(string name)
    {
        if (ByName.TryGetValue(name, out var role)) return (role, role == ConfigRole.PeakFlopsPerSecond ? RateUnit(PlainName.Of(name)) : 1);
        string plain = PlainName.Of(name);
        foreach (var (suffix, scale) in Suffixes)
        {
            if (!plain.EndsWith(suffix, StringComparison.Ordinal)) continue;
            if (!ByName.TryGetValue(plain.Substring(0, plain.Length - suffix.Length), out role)) continue;
            if (ByRole[role].IsScaledBySuffix) return (role, scale);
        }

        return (ConfigRole.None, 1);
    }

    /// <summary>The role that metadata of a ScalingConfig item sets, by any name of the role; None where none
    /// does.</summary>
    public static (ConfigRole Role, double Scale) OfMetadata(string name)
    {
        var (role, scale) = Of(name);
        return role != ConfigRole.None && ByRole[role].Metadata is not null ? (role, scale) : (ConfigRole.None, 1);
    }

    // The name of a rate contains its unit.
    private static double RateUnit(string plain) =>
        plain.Contains("petaflops") ? 1e15 : plain.Contains("tflops") || plain.Contains("teraflops") ? 1e12 : 1;

    private static IEnumerable<RoleName> Own(params string[] names) => Names(Dialect.Own, names);

    private static IEnumerable<RoleName> Trainers(params string[] names) => Names(Dialect.Trainers, names);

    private static IEnumerable<RoleName> HuggingFace(params string[] names) => Names(Dialect.HuggingFace, names);

    private static IEnumerable<RoleName> Megatron(params string[] names) => Names(Dialect.Megatron, names);

    private static IEnumerable<RoleName> NanoGpt(params string[] names) => Names(Dialect.NanoGpt, names);

    private static IEnumerable<RoleName> Meta(params string[] names) => Names(Dialect.Meta, names);

    private static IEnumerable<RoleName> Torchtitan(params string[] names) => Names(Dialect.Torchtitan, names);

    private static IEnumerable<RoleName> DeepSpeed(params string[] names) => Names(Dialect.DeepSpeed, names);

    private static IEnumerable<RoleName> Names(Dialect dialect, string[] names) => names.Select(name => new RoleName(name, dialect));
}
