using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Reports.Charts;

namespace ScalingAnalyzers.Reports.Drawing;

/// <summary>From values of an axis to places in a picture, with its ticks.</summary>
internal sealed class Scale
{
    private readonly Axis _axis;
    private readonly double _low;
    private readonly double _high;
    private readonly double _from;
    private readonly double _to;

    /// <summary>A scale of values onto pixels.</summary>
    public Scale(Axis axis, Interval values, double from, double to)
    {
        _axis = axis;
        (_low, _high) = (At(values.Low), At(values.High));
        if (!(_low < _high)) (_low, _high) = (_low - 1, _high + 1);
        (_from, _to) = (from, to);
    }

    /// <summary>The place of a value.</summary>
    public double Place(double value) => _from + ((At(value) - _low) / (_high - _low) * (_to - _from));

    /// <summary>The ticks with their texts.</summary>
    public IEnumerable<(double Place, string Text)> Ticks()
    {
        if (_axis.Names.Count > 0) return _axis.Names.Select((name, i) => (Place(i), name));
        return (_axis.IsLogarithmic ? Logarithmic() : Linear()).Select(value => (Place(value), Text(value)));
    }

    private double At(double value) => _axis.IsLogarithmic ? Math.Log10(value) : value;

    private IEnumerable<double> Logarithmic()
    {
        double decades = _high - _low;
        double[] within = decades < 1.5 ? [1, 2, 5] : decades < 3 ? [1, 3] : [1];
        int every = Math.Max(1, (int)Math.Ceiling(decades / 8));
        for (int power = (int)Math.Floor(_low); power <= _high; power++)
        {
            if (power % every != 0) continue;
            foreach (double factor in within)
            {
                double value = factor * Math.Pow(10, power);
                if (Math.Log10(value) >= _low - 1e-9 && Math.Log10(value) <= _high + 1e-9) yield return value;
            }
        }
    }

    private IEnumerable<double> Linear()
    {
        double rough = (_high - _low) / 6, unit = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = unit * new[] { 1.0, 2, 5, 10 }.First(factor => factor * unit >= rough);
        for (long i = (long)Math.Ceiling(_low / step); i * step <= _high; i++) yield return i * step;
    }

    private string Text(double value) => _axis.Format switch
    {
        AxisFormat.Scientific => Quantity.Scientific(value),
        AxisFormat.Count when value >= 1e15 => Quantity.Scientific(value),
        AxisFormat.Count => Quantity.Format(value),
        _ => Math.Abs(value) < 1e-3 && value != 0
            ? Quantity.Scientific(value)
            : Math.Round(value, 6).ToString("0.######", CultureInfo.InvariantCulture),
    };
}
