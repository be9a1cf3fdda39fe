using System;
using System.Linq;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Configuration;

/// <summary>Why a value is impossible: how it is shown, and what it does wrong.</summary>
internal sealed class Refusal
{
    public Refusal(string shown, string why)
    {
        Shown = shown;
        Why = why;
    }

    public string Shown { get; }

    public string Why { get; }
}

/// <summary>A value in the unit of its role; null where it is unknown, unset or impossible.</summary>
internal readonly struct Reading<T>
    where T : struct
{
    public Reading(T? value) => Value = value;

    public Reading(Refusal refusal) => Refusal = refusal;

    public T? Value { get; }

    /// <summary>Why the value is impossible; null where it is possible.</summary>
    public Refusal? Refusal { get; }
}

/// <summary>Values read in the unit that their role has. Pure: what is impossible is returned, never noted
/// elsewhere.</summary>
internal static class ValueReading
{
    /// <summary>A positive whole count.</summary>
    public static Reading<long> Count(ConfigValue value)
    {
        if (HasNoContent(value, out var fault)) return fault is null ? default : new Reading<long>(fault);
        if (value.Content is string text)
        {
            // The initial value of a text member.
            if (string.IsNullOrWhiteSpace(text)) return default;
            return Quantity.TryParseNumber(text, out decimal number)
                ? Scaled(value, number)
                : Refuse<long>("\"" + text + "\"", "is not a quantity; write a number, or a text such as \"70B\" or \"1.4T\"");
        }

        if (MeansNothing(value) || Numbers.ToDouble(value.Content) is not { } real) return default;
        if (double.IsNaN(real)) return Refuse<long>(value.Shown, "is not a number");
        return Numbers.ToDecimal(value.Content) is { } amount
            ? Scaled(value, amount)
            : Refuse<long>(value.Shown, "does not fit a 64-bit count");
    }

    /// <summary>A positive finite number.</summary>
    public static Reading<double> Amount(ConfigValue value)
    {
        if (HasNoContent(value, out var fault)) return fault is null ? default : new Reading<double>(fault);
        if (MeansNothing(value)) return default;
        double? number = value.Content switch
        {
            string text => Quantity.TryParseNumber(text, out decimal parsed) ? (double)parsed : null,
            TimeSpan time => InUnitOf(value.Role, time),
            _ => Numbers.ToDouble(value.Content),
        };
        if (number is not { } real)
        {
            return value.Content is string written && written.Any(char.IsDigit)
                ? Refuse<double>("\"" + written + "\"", "is not a number; write it as 0.4 or 2.5")
                : default;
        }

        if (double.IsNaN(real)) return Refuse<double>("NaN", "is not a number");
        if (real <= 0) return Refuse<double>(value.Shown, "must be positive");
        return double.IsInfinity(real * value.Scale)
            ? Refuse<double>(Numbers.Show(real), "must be finite")
            : new Reading<double>(real * value.Scale);
    }

    /// <summary>A small number that chooses; null where unknown or unset.</summary>
    public static int? Choice(ConfigValue value) =>
        value.Content is { } content && Numbers.ToInteger(content) is { } number && number >= 0 && number < 1000 ? (int)number : null;

    /// <summary>Whether there is nothing to read; a fault is impossible.</summary>
    private static bool HasNoContent(ConfigValue value, out Refusal? fault)
    {
        fault = value.Unknown is { IsFault: true } reason ? new Refusal("without a value", "fails, for " + reason.Text) : null;
        return fault is not null || value.Content is null;
    }

    // Zero where a run may have none of it.
    private static bool MeansNothing(ConfigValue value) => RoleTable.Get(value.Role).ZeroIsNone && Numbers.ToDouble(value.Content) == 0;

    // A role with a unit of time accepts a time span, converted by one division: not every framework's property divides
    // alike.
    private static double? InUnitOf(ConfigRole role, TimeSpan time) => RoleTable.Get(role).Unit switch
    {
        "days" => (double)time.Ticks / TimeSpan.TicksPerDay,
        "hours" => (double)time.Ticks / TimeSpan.TicksPerHour,
        _ => null,
    };

    private static Reading<long> Scaled(ConfigValue value, decimal amount)
    {
        if (amount <= 0) return Refused(value, "must be positive");
        if ((double)amount * value.Scale > 9.3e18) return Refused(value, "does not fit a 64-bit count");
        decimal rounded = value.Scale == 1 && value.Content is int or long
            ? amount
            : Math.Round(amount * (decimal)value.Scale, 0, MidpointRounding.AwayFromZero);
        if (rounded <= 0) return Refused(value, "must be positive");
        return rounded > long.MaxValue ? Refused(value, "does not fit a 64-bit count") : new Reading<long>((long)rounded);
    }

    private static Reading<long> Refused(ConfigValue value, string why)
    {
        string shown = value.Content is string text ? "\"" + text + "\"" : value.Shown;
        return Refuse<long>(value.Scale == 1 ? shown : shown + " times " + Quantity.Format(value.Scale), why);
    }

    private static Reading<T> Refuse<T>(string shown, string why)
        where T : struct => new(new Refusal(shown, why));
}
